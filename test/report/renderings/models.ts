// Failures of models, each as several producers' logs and versions tell it, with other values. As same-failures.ts.

export const MODELS_RENDERINGS: Readonly<Record<string, readonly string[]>> = {
  "llm-auth-401/openai-incorrect": [
    "openai.AuthenticationError: Error code: 401 - {'error': {'message': \"Incorrect API key provided: sk-proj-****abcd. You can find your API key at https://platform.openai.com/account/api-keys.\", 'type': 'invalid_request_error', 'param': None, 'code': 'invalid_api_key'}}",
    "AuthenticationError: 401 Incorrect API key provided: ***TOKEN***. You can find your API key at https://platform.openai.com/account/api-keys.",
    '{"error":{"message":"Incorrect API key provided: ***TOKEN***. You can find your API key at https://platform.openai.com/account/api-keys.","type":"invalid_request_error","param":null,"code":"invalid_api_key"}}',
    "2026-01-01 10:00:00,000 - LiteLLM - ERROR - litellm.AuthenticationError: AuthenticationError: OpenAIException - Incorrect API key provided: ***TOKEN***. You can find your API key at https://platform.openai.com/account/api-keys.",
  ],
  "llm-auth-401/anthropic-x-api-key": [
    'API Error: 401 {"type":"error","error":{"type":"authentication_error","message":"invalid x-api-key"}}',
    "anthropic.AuthenticationError: Error code: 401 - {'type': 'error', 'error': {'type': 'authentication_error', 'message': 'invalid x-api-key'}, 'request_id': 'req_011CXyz123456789abcdefgh'}",
    'AuthenticationError: 401 {"type":"error","error":{"type":"authentication_error","message":"invalid x-api-key"},"request_id":"req_011CQ"}',
  ],
  "llm-auth-401/anthropic-oauth-expired": [
    'API Error: 401 {"type":"error","error":{"type":"authentication_error","message":"OAuth token has expired. Please obtain a new token or refresh your existing token."},"request_id":"req_01"} · Please run /login',
    'API Error: 401 {"type":"error","error":{"type":"authentication_error","message":"OAuth token has expired. Please obtain a new token or refresh your existing token."}}',
  ],
  "llm-auth-401/gemini-key": [
    'GoogleGenerativeAIError: [GoogleGenerativeAI Error]: Error fetching from https://generativelanguage.googleapis.com/v1beta/models/gemini-2.0-flash:generateContent: [400 Bad Request] API key not valid. Please pass a valid API key. [{"@type":"type.googleapis.com/google.rpc.ErrorInfo","reason":"API_KEY_INVALID"}]',
    '{"error":{"code":400,"message":"API key not valid. Please pass a valid API key.","status":"INVALID_ARGUMENT"}}',
    "google.genai.errors.ClientError: 400 INVALID_ARGUMENT. {'error': {'code': 400, 'message': 'API key not valid. Please pass a valid API key.', 'status': 'INVALID_ARGUMENT', 'details': []}}",
  ],
  "llm-auth-401/openrouter-user": [
    '{"error":{"message":"User not found.","code":401}}',
    "openai.AuthenticationError: Error code: 401 - {'error': {'message': 'User not found.', 'code': 401}}",
    'litellm.AuthenticationError: AuthenticationError: OpenrouterException - {"error":{"message":"User not found.","code":401}}',
  ],
  "llm-model-not-found/openai": [
    "openai.NotFoundError: Error code: 404 - {'error': {'message': \"The model `gpt-5-turbo` does not exist or you do not have access to it.\", 'type': 'invalid_request_error', 'param': None, 'code': 'model_not_found'}}",
    "404 The model `o4-preview` does not exist or you do not have access to it.",
    '{"error":{"message":"The model `gpt-x` does not exist or you do not have access to it.","type":"invalid_request_error","param":null,"code":"model_not_found"}}',
  ],
  "llm-model-not-found/anthropic": [
    'API Error: 404 {"type":"error","error":{"type":"not_found_error","message":"model: claude-4-opus"}}',
    "anthropic.NotFoundError: Error code: 404 - {'type': 'error', 'error': {'type': 'not_found_error', 'message': 'model: claude-3-opus-latest'}}",
    'litellm.NotFoundError: AnthropicException - {"type":"error","error":{"type":"not_found_error","message":"model: claude-2.1"}}',
  ],
  "llm-model-not-found/ollama": [
    '{"error":"model \\"qwen2.5:14b\\" not found, try pulling it first"}',
    'ollama._types.ResponseError: model "llama3.1:8b" not found, try pulling it first (status code: 404)',
    'litellm.APIConnectionError: OllamaException - {"error":"model \\"mistral\\" not found, try pulling it first"}',
  ],
  "llm-model-not-found/gemini": [
    '{"error":{"code":404,"message":"models/gemini-1.0-pro is not found for API version v1beta, or is not supported for generateContent. Call ListModels to see the list of available models and their supported methods.","status":"NOT_FOUND"}}',
    "[GoogleGenerativeAI Error]: Error fetching from https://generativelanguage.googleapis.com/v1beta/models/gemini-pro:streamGenerateContent?alt=sse: [404 Not Found] models/gemini-pro is not found for API version v1beta, or is not supported for generateContent. Call ListModels to see the list of available models and their supported methods.",
    "google.api_core.exceptions.NotFound: 404 models/gemini-1.5-flash-x is not found for API version v1beta, or is not supported for generateContent. Call ListModels to see the list of available models and their supported methods.",
  ],
  "llm-rate-limit-429/openai-tpm": [
    "openai.RateLimitError: Error code: 429 - {'error': {'message': \"Rate limit reached for gpt-4.1 in organization org-abcDEF123456789012345678 on tokens per min (TPM): Limit 30000, Used 29000, Requested 4000. Please try again in 6s. Visit https://platform.openai.com/account/rate-limits to learn more.\", 'type': 'tokens', 'param': None, 'code': 'rate_limit_exceeded'}}",
    "RateLimitError: 429 Rate limit reached for gpt-4o in organization org-zzzYYY on tokens per min (TPM): Limit 10000, Used 9990, Requested 2000. Please try again in 11.94s. Visit https://platform.openai.com/account/rate-limits to learn more.",
  ],
  "llm-rate-limit-429/anthropic-input": [
    'API Error: 429 {"type":"error","error":{"type":"rate_limit_error","message":"This request would exceed your organization\'s rate limit of 40,000 input tokens per minute (org: 12345678-1234-1234-1234-123456789012, model: claude-sonnet-4). For details, refer to: https://docs.claude.com/en/api/rate-limits."}}',
    "anthropic.RateLimitError: Error code: 429 - {'type': 'error', 'error': {'type': 'rate_limit_error', 'message': \"This request would exceed your organization's rate limit of 20,000 input tokens per minute (org: abcd, model: claude-opus-4). For details, refer to: https://docs.anthropic.com/en/api/rate-limits.\"}}",
    'litellm.RateLimitError: AnthropicException - {"type":"error","error":{"type":"rate_limit_error","message":"This request would exceed your organization\'s rate limit of 80,000 input tokens per minute."}}',
  ],
  "llm-rate-limit-429/gemini-exhausted": [
    '{"error":{"code":429,"message":"Resource has been exhausted (e.g. check quota).","status":"RESOURCE_EXHAUSTED"}}',
    "google.api_core.exceptions.ResourceExhausted: 429 Resource has been exhausted (e.g. check quota).",
    "[GoogleGenerativeAI Error]: Error fetching from https://x/y: [429 Too Many Requests] Resource has been exhausted (e.g. check quota).",
  ],
  "llm-rate-limit-429/groq-tpm": [
    "Error code: 429 - {'error': {'message': 'Rate limit reached for model `llama-3.3-70b-versatile` in organization `org_01abc` service tier `on_demand` on tokens per day (TPD): Limit 100000, Used 99000, Requested 2000. Please try again in 14m24s.', 'type': 'tokens', 'code': 'rate_limit_exceeded'}}",
    'litellm.RateLimitError: RateLimitError: GroqException - {"error":{"message":"Rate limit reached for model `gemma2-9b-it` in organization `org_02` service tier `on_demand` on tokens per day (TPD): Limit 5, Used 4, Requested 3. Please try again in 1s.","type":"tokens","code":"rate_limit_exceeded"}}',
  ],
  "llm-rate-limit-429/bedrock-throttling": [
    "botocore.errorfactory.ThrottlingException: An error occurred (ThrottlingException) when calling the InvokeModel operation (reached max retries: 4): Too many requests, please wait before trying again.",
    "An error occurred (ThrottlingException) when calling the InvokeModel operation: Too many requests, please wait before trying again.",
    "ThrottlingException: Too many requests, please wait before trying again.",
  ],
  "llm-insufficient-quota/openai": [
    "openai.RateLimitError: Error code: 429 - {'error': {'message': \"You exceeded your current quota, please check your plan and billing details. For more information on this error, read the docs: https://platform.openai.com/docs/guides/error-codes/api-errors.\", 'type': 'insufficient_quota', 'param': None, 'code': 'insufficient_quota'}}",
    "RateLimitError: 429 You exceeded your current quota, please check your plan and billing details. For more information on this error, read the docs: https://platform.openai.com/docs/guides/error-codes/api-errors.",
    '{"error":{"message":"You exceeded your current quota, please check your plan and billing details.","type":"insufficient_quota","param":null,"code":"insufficient_quota"}}',
  ],
  "llm-insufficient-quota/anthropic": [
    'API Error: 400 {"type":"error","error":{"type":"invalid_request_error","message":"Your credit balance is too low to access the Anthropic API. Please go to Plans & Billing to upgrade or purchase credits."}}',
    "anthropic.BadRequestError: Error code: 400 - {'type': 'error', 'error': {'type': 'invalid_request_error', 'message': 'Your credit balance is too low to access the Anthropic API. Please go to Plans & Billing to upgrade or purchase credits.'}}",
  ],
  "llm-insufficient-quota/deepseek": [
    "openai.APIStatusError: Error code: 402 - {'error': {'message': 'Insufficient Balance', 'type': 'unknown_error', 'param': None, 'code': 'invalid_request_error'}}",
    '{"error":{"message":"Insufficient Balance","type":"unknown_error","param":null,"code":"invalid_request_error"}}',
    'litellm.BadRequestError: DeepseekException - {"error":{"message":"Insufficient Balance","type":"unknown_error","param":null,"code":"invalid_request_error"}}',
  ],
  "llm-usage-limit/claude": [
    "Claude AI usage limit reached|1760000000",
    "Claude AI usage limit reached|1749924000",
    "Error: Claude AI usage limit reached|1751234567",
  ],
  "llm-usage-limit/five-hour": [
    "5-hour limit reached ∙ resets 3pm",
    "5-hour limit reached ∙ resets 11:30am",
    "5-hour limit reached ∙ resets 8pm\n     /upgrade to increase your usage limit.",
  ],
  "llm-overloaded-529/anthropic": [
    'API Error: 529 {"type":"error","error":{"type":"overloaded_error","message":"Overloaded"},"request_id":"req_011CTn"}',
    "anthropic.InternalServerError: Error code: 529 - {'type': 'error', 'error': {'type': 'overloaded_error', 'message': 'Overloaded'}, 'request_id': 'req_x'}",
    '{"type":"error","error":{"details":null,"type":"overloaded_error","message":"Overloaded"},"request_id":"req_y"}',
    "litellm.InternalServerError: AnthropicError - {'type': 'error', 'error': {'type': 'overloaded_error', 'message': 'Overloaded'}}. Handle with `litellm.InternalServerError`.",
  ],
  "llm-overloaded-529/gemini": [
    '{"error":{"code":503,"message":"The model is overloaded. Please try again later.","status":"UNAVAILABLE"}}',
    "google.genai.errors.ServerError: 503 UNAVAILABLE. {'error': {'code': 503, 'message': 'The model is overloaded. Please try again later.', 'status': 'UNAVAILABLE'}}",
    "[GoogleGenerativeAI Error]: Error fetching from https://g/v1beta: [503 Service Unavailable] The model is overloaded. Please try again later.",
  ],
  "llm-server-error-500/openai": [
    "openai.InternalServerError: Error code: 500 - {'error': {'message': \"The server had an error while processing your request. Sorry about that!\", 'type': 'server_error', 'param': None, 'code': None}}",
    "500 The server had an error while processing your request. Sorry about that!",
    '{"error":{"message":"The server had an error while processing your request. Sorry about that!","type":"server_error","param":null,"code":null}}',
  ],
  "llm-server-error-500/ollama-runner": [
    "ollama._types.ResponseError: llama runner process has terminated: exit status 2 (status code: 500)",
    '{"error":"llama runner process has terminated: exit status 2"}',
    "Error: llama runner process has terminated: exit status 2",
  ],
  "llm-context-length/openai-resulted": [
    "openai.BadRequestError: Error code: 400 - {'error': {'message': \"This model's maximum context length is 128000 tokens. However, your messages resulted in 131072 tokens. Please reduce the length of the messages.\", 'type': 'invalid_request_error', 'param': None, 'code': 'context_length_exceeded'}}",
    "litellm.ContextWindowExceededError: litellm.BadRequestError: ContextWindowExceededError: OpenAIException - This model's maximum context length is 8192 tokens. However, your messages resulted in 9000 tokens. Please reduce the length of the messages.",
    "400 This model's maximum context length is 16385 tokens. However, your messages resulted in 20000 tokens. Please reduce the length of the messages.",
    "This model's maximum context length is 200000 tokens. However, your messages resulted in 212340 tokens (210000 in the messages, 2340 in the functions). Please reduce the length of the messages or functions.",
  ],
  "llm-context-length/anthropic": [
    'API Error: 400 {"type":"error","error":{"type":"invalid_request_error","message":"prompt is too long: 214500 tokens > 200000 maximum"}}',
    "anthropic.BadRequestError: Error code: 400 - {'type': 'error', 'error': {'type': 'invalid_request_error', 'message': 'prompt is too long: 1003221 tokens > 1000000 maximum'}}",
    "litellm.BadRequestError: AnthropicException - prompt is too long: 203000 tokens > 200000 maximum",
  ],
  "llm-context-length/anthropic-max-tokens": [
    'API Error: 400 {"type":"error","error":{"type":"invalid_request_error","message":"input length and `max_tokens` exceed context limit: 190000 + 20000 > 200000, decrease input length or `max_tokens` and try again"}}',
    "400 input length and `max_tokens` exceed context limit: 180123 + 32000 > 200000, decrease input length or `max_tokens` and try again",
  ],
  "llm-context-length/gemini": [
    '{"error":{"code":400,"message":"The input token count (1200000) exceeds the maximum number of tokens allowed (1048576).","status":"INVALID_ARGUMENT"}}',
    "google.genai.errors.ClientError: 400 INVALID_ARGUMENT. {'error': {'code': 400, 'message': 'The input token count (1048999) exceeds the maximum number of tokens allowed (1048575).', 'status': 'INVALID_ARGUMENT'}}",
  ],
  "llm-max-tokens-invalid/openai": [
    "openai.BadRequestError: Error code: 400 - {'error': {'message': \"max_tokens is too large: 32000. This model supports at most 16384 completion tokens, whereas you provided 32000.\", 'type': 'invalid_request_error', 'param': None, 'code': None}}",
    "400 max_tokens is too large: 8000. This model supports at most 4096 completion tokens, whereas you provided 8000.",
    "litellm.BadRequestError: OpenAIException - max_tokens is too large: 100000. This model supports at most 32768 completion tokens, whereas you provided 100000.",
  ],
  "llm-max-tokens-invalid/claude-output": [
    "API Error: Claude's response exceeded the 32000 output token maximum. To configure this behavior, set the CLAUDE_CODE_MAX_OUTPUT_TOKENS environment variable.",
    "API Error: Claude's response exceeded the 64000 output token maximum. To configure this behavior, set the CLAUDE_CODE_MAX_OUTPUT_TOKENS environment variable.",
  ],
  "llm-content-filter/azure": [
    "Error code: 400 - {'error': {'message': \"The response was filtered due to the prompt triggering Azure OpenAI's content management policy. Please modify your prompt and retry. To learn more about our content filtering policies please read our documentation: https://go.microsoft.com/fwlink/?linkid=2198766\", 'type': None, 'param': 'prompt', 'code': 'content_filter', 'status': 400}}",
    "400 The response was filtered due to the prompt triggering Azure OpenAI's content management policy. Please modify your prompt and retry.",
  ],
  "llm-content-filter/anthropic-output": [
    'API Error: 400 {"type":"error","error":{"type":"invalid_request_error","message":"Output blocked by content filtering policy"}}',
    "Error code: 400 - {'type': 'error', 'error': {'type': 'invalid_request_error', 'message': 'Output blocked by content filtering policy'}}",
  ],
  "llm-stream-aborted/httpx": [
    "httpx.RemoteProtocolError: peer closed connection without sending complete message body (incomplete chunked read)",
    "RemoteProtocolError: peer closed connection without sending complete message body (incomplete chunked read)",
    "2026-01-01 00:00:00 ERROR stream: httpcore.RemoteProtocolError: peer closed connection without sending complete message body (incomplete chunked read)",
  ],
  "llm-stream-aborted/requests": [
    "requests.exceptions.ChunkedEncodingError: ('Connection broken: InvalidChunkLength(got length b\\'\\', 0 bytes read)', InvalidChunkLength(got length b'', 0 bytes read))",
    "urllib3.exceptions.ProtocolError: ('Connection broken: InvalidChunkLength(got length b\\'\\', 0 bytes read)', InvalidChunkLength(got length b'', 0 bytes read))",
  ],
  "llm-timeout/openai": [
    "openai.APITimeoutError: Request timed out.",
    "APIConnectionTimeoutError: Request timed out.",
    "litellm.Timeout: APITimeoutError - Request timed out. Error_str: Request timed out.",
    "2026-01-01 00:00:00,000 ERROR agent: LLM call failed: Request timed out.",
  ],
  "llm-tool-pairing/openai": [
    "Error code: 400 - {'error': {'message': \"An assistant message with 'tool_calls' must be followed by tool messages responding to each 'tool_call_id'. The following tool_call_ids did not have response messages: call_abcDEF123\", 'type': 'invalid_request_error', 'param': 'messages.[3].role', 'code': None}}",
    "400 An assistant message with 'tool_calls' must be followed by tool messages responding to each 'tool_call_id'. The following tool_call_ids did not have response messages: call_1, call_2",
  ],
  "llm-tool-pairing/openai-role-tool": [
    "Error code: 400 - {'error': {'message': \"Invalid parameter: messages with role 'tool' must be a response to a preceeding message with 'tool_calls'.\", 'type': 'invalid_request_error', 'param': 'messages.[2].role', 'code': None}}",
    "400 Invalid parameter: messages with role 'tool' must be a response to a preceeding message with 'tool_calls'.",
  ],
  "llm-tool-pairing/anthropic": [
    'API Error: 400 {"type":"error","error":{"type":"invalid_request_error","message":"messages.14: `tool_use` ids were found without `tool_result` blocks immediately after: toolu_01AbCdEfGhIjKlMnOpQrStUv. Each `tool_use` block must have a corresponding `tool_result` block in the next message."}}',
    'litellm.BadRequestError: AnthropicException - {"type":"error","error":{"type":"invalid_request_error","message":"messages.2: `tool_use` ids were found without `tool_result` blocks immediately after: toolu_x, toolu_y. Each `tool_use` block must have a corresponding `tool_result` block in the next message."}}',
  ],
  "llm-tool-pairing/anthropic-result": [
    'API Error: 400 {"type":"error","error":{"type":"invalid_request_error","message":"messages.0.content.0: unexpected `tool_use_id` found in `tool_result` blocks: toolu_01. Each `tool_result` block must have a corresponding `tool_use` block in the previous message."}}',
    "Error code: 400 - {'type': 'error', 'error': {'type': 'invalid_request_error', 'message': 'messages.8.content.1: unexpected `tool_use_id` found in `tool_result` blocks: toolu_02ABC. Each `tool_result` block must have a corresponding `tool_use` block in the previous message.'}}",
  ],
  "llm-invalid-request/image-size": [
    'API Error: 400 {"type":"error","error":{"type":"invalid_request_error","message":"messages.3.content.1.image.source.base64: image exceeds 5 MB maximum: 6291456 bytes > 5242880 bytes"}}',
    "Error code: 400 - {'type': 'error', 'error': {'type': 'invalid_request_error', 'message': 'messages.0.content.0.image.source.base64: image exceeds 5 MB maximum: 7340032 bytes > 5242880 bytes'}}",
  ],
  "llm-invalid-request/empty-text": [
    'API Error: 400 {"type":"error","error":{"type":"invalid_request_error","message":"messages: text content blocks must be non-empty"}}',
    "anthropic.BadRequestError: Error code: 400 - {'type': 'error', 'error': {'type': 'invalid_request_error', 'message': 'messages: text content blocks must be non-empty'}}",
  ],
  "llm-unsupported-param/temperature": [
    "openai.BadRequestError: Error code: 400 - {'error': {'message': \"Unsupported value: 'temperature' does not support 0.2 with this model. Only the default (1) value is supported.\", 'type': 'invalid_request_error', 'param': None, 'code': 'unsupported_value'}}",
    "400 Unsupported value: 'temperature' does not support 0 with this model. Only the default (1) value is supported.",
    "litellm.BadRequestError: OpenAIException - Unsupported value: 'temperature' does not support 0.7 with this model. Only the default (1) value is supported.",
  ],
  "llm-unsupported-param/litellm": [
    "litellm.UnsupportedParamsError: gemini does not support parameters: ['parallel_tool_calls'], for model=gemini-2.0-flash. To drop these, set `litellm.drop_params=True` or for proxy:",
    "litellm.exceptions.UnsupportedParamsError: litellm.UnsupportedParamsError: ollama does not support parameters: ['tool_choice'], for model=qwen3. To drop these, set `litellm.drop_params=True` or for proxy:",
  ],
  "llm-provider-missing/litellm": [
    "litellm.BadRequestError: LLM Provider NOT provided. Pass in the LLM provider you are trying to call. You passed model=qwen-max\n Pass model as E.g. For 'Huggingface' inference endpoints pass in `completion(model='huggingface/starcoder',..)` Learn more: https://docs.litellm.ai/docs/providers",
    "litellm.exceptions.BadRequestError: litellm.BadRequestError: LLM Provider NOT provided. Pass in the LLM provider you are trying to call. You passed model=llama3\n Pass model as E.g. For 'Huggingface'",
  ],
  "llm-forbidden-403/region": [
    "openai.PermissionDeniedError: Error code: 403 - {'error': {'code': 'unsupported_country_region_territory', 'message': 'Country, region, or territory not supported', 'param': None, 'type': 'request_forbidden'}}",
    "403 Country, region, or territory not supported",
    '{"error":{"code":"unsupported_country_region_territory","message":"Country, region, or territory not supported","param":null,"type":"request_forbidden"}}',
  ],
  "llm-forbidden-403/anthropic": [
    'API Error: 403 {"type":"error","error":{"type":"forbidden","message":"Request not allowed"}}',
    'Failed to authenticate. API Error: 403 {"error":{"type":"forbidden","message":"Request not allowed"}}',
  ],
  "api-key-missing/openai-py": [
    "openai.OpenAIError: The api_key client option must be set either by passing api_key to the client or by setting the OPENAI_API_KEY environment variable",
    "OpenAIError: The api_key client option must be set either by passing api_key to the client or by setting the OPENAI_API_KEY environment variable",
    "Failed to init LLM: The api_key client option must be set either by passing api_key to the client or by setting the OPENAI_API_KEY environment variable",
  ],
  "api-key-missing/openai-js": [
    "OpenAIError: The OPENAI_API_KEY environment variable is missing or empty; either provide it, or instantiate the OpenAI client with an apiKey option, like new OpenAI({ apiKey: 'My API Key' }).",
    "Error: The OPENAI_API_KEY environment variable is missing or empty; either provide it, or instantiate the OpenAI client with an apiKey option, like new OpenAI({ apiKey: 'My API Key' }).",
  ],
  "api-removed-in-version/openai": [
    "openai.lib._old_api.APIRemovedInV1: \n\nYou tried to access openai.ChatCompletion, but this is no longer supported in openai>=1.0.0 - see the README at https://github.com/openai/openai-python for the API.\n\nYou can run `openai migrate` to automatically upgrade your codebase to use the 1.0.0 interface. ",
    "APIRemovedInV1: You tried to access openai.Completion, but this is no longer supported in openai>=1.0.0 - see the README at https://github.com/openai/openai-python for the API.",
  ],
  "llm-output-parse/langchain": [
    "langchain_core.exceptions.OutputParserException: Could not parse LLM output: `I think the answer is 4`\nFor troubleshooting, visit: https://python.langchain.com/docs/troubleshooting/errors/OUTPUT_PARSING_FAILURE ",
    "OutputParserException: Could not parse LLM output: `Sure! Here is the plan.`",
  ],
  "llm-output-parse/invalid-json": [
    'langchain_core.exceptions.OutputParserException: Invalid json output: ```json\n{"a": 1,\n```',
    "OutputParserException: Invalid json output: The answer is",
  ],
  "llm-rate-limit-429/openrouter-upstream": [
    "Error code: 429 - {'error': {'message': 'Provider returned error', 'code': 429, 'metadata': {'raw': 'deepseek/deepseek-r1:free is temporarily rate-limited upstream. Please retry shortly.', 'provider_name': 'Chutes'}}}",
    '{"error":{"message":"Provider returned error","code":429,"metadata":{"raw":"qwen/qwen3-coder:free is temporarily rate-limited upstream. Please retry shortly","provider_name":"Venice"}}}',
  ],
  "llm-rate-limit-429/azure": [
    "openai.RateLimitError: Error code: 429 - {'error': {'code': '429', 'message': 'Requests to the ChatCompletions_Create Operation under Azure OpenAI API version 2024-02-01 have exceeded token rate limit of your current OpenAI S0 pricing tier. Please retry after 26 seconds. Please go here: https://aka.ms/oai/quotaincrease if you would like to further increase the default rate limit.'}}",
    "429 Requests to the ChatCompletions_Create Operation under Azure OpenAI API version 2024-10-21 have exceeded token rate limit of your current OpenAI S0 pricing tier. Please retry after 3 seconds.",
  ],
  "llm-auth-401/missing-bearer": [
    "openai.AuthenticationError: Error code: 401 - {'error': {'message': \"You didn't provide an API key. You need to provide your API key in an Authorization header using Bearer auth (i.e. Authorization: Bearer YOUR_KEY).\", 'type': 'invalid_request_error', 'param': None, 'code': None}}",
    "401 You didn't provide an API key. You need to provide your API key in an Authorization header using Bearer auth (i.e. Authorization: Bearer YOUR_KEY), or as the password field (with blank username)",
  ],
  "llm-auth-401/openrouter-none": [
    "Error code: 401 - {'error': {'message': 'No auth credentials found', 'code': 401}}",
    'litellm.AuthenticationError: AuthenticationError: OpenrouterException - {"error":{"message":"No auth credentials found","code":401}}',
  ],
  "llm-model-not-found/bedrock": [
    "botocore.errorfactory.ResourceNotFoundException: An error occurred (ResourceNotFoundException) when calling the InvokeModel operation: Could not resolve the foundation model from the provided model identifier.",
    "An error occurred (ResourceNotFoundException) when calling the Converse operation: Could not resolve the foundation model from the provided model identifier.",
  ],
  "llm-forbidden-403/bedrock": [
    "botocore.errorfactory.AccessDeniedException: An error occurred (AccessDeniedException) when calling the InvokeModel operation: You don't have access to the model with the specified model ID.",
    "AccessDeniedException: You don't have access to the model with the specified model ID.",
  ],
  "llm-context-length/vllm": [
    "openai.BadRequestError: Error code: 400 - {'object': 'error', 'message': \"This model's maximum context length is 32768 tokens. However, you requested 40000 tokens (35904 in the messages, 4096 in the completion). Please reduce the length of the messages or completion.\", 'type': 'BadRequestError', 'param': None, 'code': 400}",
    "400 This model's maximum context length is 4096 tokens. However, you requested 5000 tokens (904 in the messages, 4096 in the completion). Please reduce the length of the messages or completion.",
  ],
  "llm-context-length/openai-input": [
    "Error code: 400 - {'error': {'message': 'Your input exceeds the context window of this model. Please adjust your input and try again.', 'type': 'invalid_request_error', 'param': 'input', 'code': 'context_length_exceeded'}}",
    "stream error: Your input exceeds the context window of this model. Please adjust your input and try again.",
    "litellm.ContextWindowExceededError: OpenAIException - Your input exceeds the context window of this model. Please adjust your input and try again.",
  ],
  "llm-overloaded-529/repeated": [
    "API Error: Repeated 529 Overloaded errors",
    "API Error: Repeated 529 Overloaded errors · check status.anthropic.com",
  ],
  "llm-server-error-500/anthropic": [
    'API Error: 500 {"type":"error","error":{"type":"api_error","message":"Internal server error"},"request_id":"req_011CSabc"}',
    "anthropic.InternalServerError: Error code: 500 - {'type': 'error', 'error': {'type': 'api_error', 'message': 'Internal server error'}, 'request_id': 'req_011CT'}",
    'InternalServerError: 500 {"type":"error","error":{"type":"api_error","message":"Internal server error"}}',
  ],
  "llm-server-error-500/gemini": [
    '{"error":{"code":500,"message":"An internal error has occurred. Please retry or report in https://developers.generativeai.google/guide/troubleshooting","status":"INTERNAL"}}',
    "google.genai.errors.ServerError: 500 INTERNAL. {'error': {'code': 500, 'message': 'An internal error has occurred. Please retry or report in https://developers.generativeai.google/guide/troubleshooting', 'status': 'INTERNAL'}}",
  ],
  "llm-stream-aborted/terminated": [
    "TypeError: terminated",
    "TypeError: terminated\n    at Fetch.onAborted (node:internal/deps/undici/undici:11124:53)\n    at Fetch.emit (node:events:519:28)",
  ],
  "llm-stream-aborted/codex": [
    "stream disconnected before completion: stream closed before response.completed",
    "ERROR: stream disconnected before completion: stream closed before response.completed",
    "■ stream disconnected before completion: stream closed before response.completed",
  ],
  "llm-unsupported-param/tools": [
    "ollama._types.ResponseError: registry.ollama.ai/library/gemma3:latest does not support tools (status code: 400)",
    '{"error":"registry.ollama.ai/library/phi4:14b does not support tools"}',
    "Error: registry.ollama.ai/library/deepseek-r1:8b does not support tools",
  ],
  "llm-invalid-request/thinking": [
    'API Error: 400 {"type":"error","error":{"type":"invalid_request_error","message":"messages.1.content.0.type: Expected `thinking` or `redacted_thinking`, but found `text`. When `thinking` is enabled, a final `assistant` message must start with a thinking block"}}',
    "Error code: 400 - {'type': 'error', 'error': {'type': 'invalid_request_error', 'message': 'messages.7.content.0.type: Expected `thinking` or `redacted_thinking`, but found `tool_use`. When `thinking` is enabled, a final `assistant` message must start with a thinking block'}}",
  ],
  "llm-invalid-request/temp-range": [
    "400 Invalid 'temperature': decimal above maximum value. Expected a value <= 2, but got 3 instead.",
    "Error code: 400 - {'error': {'message': \"Invalid 'temperature': decimal above maximum value. Expected a value <= 2, but got 5 instead.\", 'type': 'invalid_request_error', 'param': 'temperature', 'code': 'decimal_above_max_value'}}",
  ],
  "llm-tool-pairing/responses": [
    "Error code: 400 - {'error': {'message': 'No tool output found for function call call_abc123XYZ.', 'type': 'invalid_request_error', 'param': 'input', 'code': None}}",
    "400 No tool output found for function call call_ZZZ999aaa.",
  ],
  "api-key-missing/anthropic": [
    'anthropic error: "Could not resolve authentication method. Expected either api_key or auth_token to be set. Or for one of the `X-Api-Key` or `Authorization` headers to be explicitly omitted"',
    'TypeError: "Could not resolve authentication method. Expected either api_key or auth_token to be set. Or for one of the `X-Api-Key` or `Authorization` headers to be explicitly omitted"',
  ],
  "llm-usage-limit/hit": [
    "You've hit your limit · resets 5pm (Europe/Berlin)",
    "You've hit your limit · resets Jan 4, 3am (America/New_York)",
  ],
};
