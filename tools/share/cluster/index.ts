export { type Connection, connectTo } from "./connect.ts";
export { eventsHolding, eventsNamed, eventsOfGroups, type Found } from "./events.ts";
export { keyText, toldText } from "./opinion-text.ts";
export { restText } from "./rest.ts";
export { forgetBefore, hasSchema, makeSchema, settingsOf, tablesIn } from "./schema.ts";
export { judgeOf, tallyIn } from "./tally.ts";
export { PASSWORD, PASSWORD_FILE, type Target, targetOf, USER } from "./target.ts";
export { wordsIn } from "./words.ts";
