import { readFile } from "node:fs/promises";
import { BaseAgent } from "12-factor-telemetry";

export class ArticleReaderAgent extends BaseAgent {
  async executeTaskImpl(task) {
    const articles = await readFile("data/articles.json", "utf8"); // the step that makes it never ran
    return { success: true, data: `${task}: ${articles.length}` };
  }
}
