// The token comes behind the #, which no browser sends, and is kept for this tab, so that a reload works.

const KEY = "token";

export function takeToken(): void {
  const offered = /^#([0-9a-f]{64})$/.exec(location.hash)?.[1];
  if (offered === undefined) return;
  sessionStorage.setItem(KEY, offered);
  history.replaceState(null, "", location.pathname + location.search);
}

export const authorization = (): Record<string, string> => ({
  authorization: `Bearer ${sessionStorage.getItem(KEY) ?? ""}`,
});
