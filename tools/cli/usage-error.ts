/** Something that the user can put right: said in one line, and the command ends with exit code 2. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}
