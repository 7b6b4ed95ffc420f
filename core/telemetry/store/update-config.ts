// Changes config.json for the user, and keeps what it does not know: another version's keys, their order.

import { readConfig, smallText } from "./config.ts";
import { prepareDirectory } from "./directory.ts";
import { pathsIn } from "./paths.ts";
import { replaceFile } from "./replace-file.ts";
import { StoreError } from "./store-error.ts";

/** The file as it lies there: keys in its order, values of any type. */
export type ConfigFile = Record<string, unknown>;

/** Makes the directory where there is none. Throws StoreError when the file or the directory cannot be used; then nothing is changed. */
export function updateConfig(directory: string, change: (config: ConfigFile) => ConfigFile): void {
  prepareDirectory(directory);
  const found = readConfig(directory);
  if ("problem" in found) throw new StoreError("CONFIG_BROKEN", found.problem);
  const { config: path } = pathsIn(directory);
  const text = smallText(path);
  const changed = change(text === undefined ? {} : JSON.parse(text));
  replaceFile(path, `${JSON.stringify(changed, null, 2)}\n`);
}
