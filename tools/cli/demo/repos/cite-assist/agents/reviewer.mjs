import { review } from "agents"; // a symlink that points nowhere

export { review };
