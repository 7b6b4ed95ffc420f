import { BaseAgent } from "12-factor-telemetry";

export class IssueFixerAgent extends BaseAgent {
  async executeTaskImpl(task) {
    return { success: true, data: await this.intelligentProcessing(task) }; // the base class has no such method
  }
}
