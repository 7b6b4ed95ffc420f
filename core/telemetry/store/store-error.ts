/** What the store refuses or cannot do, in words for people; `code` is for programs and stays. */
export class StoreError extends Error {
  override readonly name = "StoreError";
  readonly code:
    | "STORE_REFUSED"
    | "STORE_UNREADABLE"
    | "STORE_LOCKED"
    | "STORE_WRITE"
    | "STORE_WAITING"
    | "CONFIG_BROKEN";

  constructor(code: StoreError["code"], message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
