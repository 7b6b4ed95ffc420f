import { BaseAgent } from "12-factor-telemetry";

export class WordCounterAgent extends BaseAgent {
  async executeTaskImpl(task) {
    return { success: true, data: task.split(" ").length };
  }
}
