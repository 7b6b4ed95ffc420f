import "uplot/dist/uPlot.min.css";
import "./style/index.css";
import { render } from "preact";
import { followLinks } from "./state/address.ts";
import { followStore } from "./state/live.ts";
import { takeToken } from "./state/token.ts";
import { App } from "./views/app.tsx";

takeToken();
followLinks();
const place = document.getElementById("app");
if (place !== null) {
  place.textContent = "";
  render(<App />, place);
}
void followStore();
