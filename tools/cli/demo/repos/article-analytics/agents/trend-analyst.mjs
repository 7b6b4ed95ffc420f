import { BaseAgent } from "12-factor-telemetry";

class RateLimitError extends Error {
  name = "RateLimitError";
}

export class TrendAnalystAgent extends BaseAgent {
  async executeTaskImpl(task) {
    const response = await fetch(`${process.env.MODEL_URL}/busy`, { method: "POST", body: task });
    if (response.status === 429)
      throw new RateLimitError(`${response.status} ${response.statusText}: ${await response.text()}`);
    return { success: response.ok, data: await response.json() };
  }
}
