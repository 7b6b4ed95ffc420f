// A pure function whose last answers are kept: templates come again, thousands of messages long.

/** Keeps `limit` answers at most, and begins anew when there are more. */
export function remembered<Answer>(limit: number, answer: (text: string) => Answer): (text: string) => Answer {
  const known = new Map<string, Answer>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    if (known.size >= limit) known.clear();
    const told = answer(text);
    known.set(text, told);
    return told;
  };
}
