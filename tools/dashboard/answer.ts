/** What goes back for a request. */
export interface Answer {
  status: number;
  /** Media type. */
  type: string;
  body: Buffer;
  encoding?: "gzip";
}

/** A line feed in front would do as well: what matters is that no script of another site can run it, and nosniff sees to that. */
export const json = (status: number, value: object): Answer => ({
  status,
  type: "application/json; charset=utf-8",
  body: Buffer.from(JSON.stringify(value)),
});
