import { BaseAgent } from "12-factor-telemetry";

export class SummarizerAgent extends BaseAgent {
  async executeTaskImpl(task) {
    const response = await fetch(`${process.env.MODEL_URL}/chatty`, { method: "POST", body: task });
    return { success: true, data: await response.json() }; // the model answers with prose around its JSON
  }
}
