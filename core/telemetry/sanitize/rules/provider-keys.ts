// Keys by the shape that their provider gives them: a prefix, then so many characters of an alphabet.
// Facts (prefix, alphabet, length): the providers' documentation; the rule files of gitleaks, betterleaks, CredSweeper (MIT)
// and Nosey Parker (Apache-2.0). An id is gitleaks' id where gitleaks has the kind.
// A row: prefix, alphabet (inside of a regular expression's character class), least and most characters after the prefix, id; and
// `weak` where the prefix also begins ordinary words or identifiers: what follows must then hold a digit and look random.
// To add one: no sample of a key; separators inside of the body belong to the alphabet ("-" last); least accepts every real form,
// and a cut one where the prefix says enough; most is generous, so that no tail is left over.
// Text, of which a row is read when a key may begin so (provider-key.ts): as arrays they cost every process 3 ms.

export const PROVIDER_KEYS = `
# Cloud: Amazon
AKIA A-Z0-9 16 20 aws-access-token
ASIA A-Z0-9 16 20 aws-access-token
ABIA A-Z0-9 16 20 aws-access-token
ACCA A-Z0-9 16 20 aws-access-token
A3T A-Z0-9 17 21 aws-access-token
AGPA A-Z0-9 16 20 aws-unique-id
AIDA A-Z0-9 16 20 aws-unique-id
AIPA A-Z0-9 16 20 aws-unique-id
ANPA A-Z0-9 16 20 aws-unique-id
ANVA A-Z0-9 16 20 aws-unique-id
APKA A-Z0-9 16 20 aws-unique-id
AROA A-Z0-9 16 20 aws-unique-id
ASCA A-Z0-9 16 20 aws-unique-id
IQoJb3JpZ2lu A-Za-z0-9+/= 40 4096 aws-session-token
FwoGZXIvYXdz A-Za-z0-9+/= 40 4096 aws-session-token
FQoGZXIvYXdz A-Za-z0-9+/= 40 4096 aws-session-token
FQoDYXdz A-Za-z0-9+/= 40 4096 aws-session-token
ABSK A-Za-z0-9+/= 60 400 aws-amazon-bedrock-api-key-long-lived
bedrock-api-key- A-Za-z0-9+/=_- 20 4096 aws-amazon-bedrock-api-key-short-lived
da2- a-z0-9 24 32 aws-appsync-api-key
Atza| A-Za-z0-9+/=_- 40 2048 amazon-login-token
Atzr| A-Za-z0-9+/=_- 40 2048 amazon-login-token
# Cloud: Google
AIza A-Za-z0-9_- 30 48 gcp-api-key
GOCSPX- A-Za-z0-9_- 16 64 google-oauth-client-secret
GOOG1 A-Z0-9 20 80 gcp-hmac-access-id
AAAA A-Za-z0-9_:- 140 200 firebase-cloud-messaging-key weak
6L A-Za-z0-9_- 38 40 google-recaptcha-key weak
# Cloud: other hosts
aivenv1 A-Za-z0-9+/=_- 60 512 aiven-auth-token
AVNS_ A-Za-z0-9_- 15 40 aiven-service-password
akab- A-Za-z0-9- 24 64 akamai-client-token
LTAI A-Za-z0-9 12 30 alibaba-access-key-id
CAIS A-Za-z0-9+/=_- 100 2048 alibaba-sts-security-token weak
ALTAK A-Za-z0-9 20 32 baidu-cloud-access-key
cfut_ A-Za-z0-9 30 80 cloudflare-api-token
cfat_ A-Za-z0-9 30 80 cloudflare-account-token
cfk_ A-Za-z0-9 30 80 cloudflare-global-api-key
eyJhIjoi A-Za-z0-9+/=_- 80 512 cloudflare-tunnel-token
0x4AAAAAAA A-Za-z0-9_- 12 48 cloudflare-turnstile-secret
ddp_ A-Za-z0-9 30 64 deno-account-token
ddw_ A-Za-z0-9 30 64 deno-account-token
ddo_ A-Za-z0-9 30 64 deno-account-token
dop_v1_ 0-9a-fA-F 32 128 digitalocean-pat
doo_v1_ 0-9a-fA-F 32 128 digitalocean-access-token
dor_v1_ 0-9a-fA-F 32 128 digitalocean-refresh-token
DO00 A-Z0-9 14 24 digitalocean-spaces-key weak
EXO A-Za-z0-9 24 30 exoscale-api-key weak
fo1_ A-Za-z0-9_- 32 80 flyio-access-token
fm1r_ A-Za-z0-9+/=_,- 60 4096 flyio-access-token
fm1a_ A-Za-z0-9+/=_,- 60 4096 flyio-access-token
fm2_ A-Za-z0-9+/=_,- 60 4096 flyio-access-token
FlyV1  A-Za-z0-9+/=_,- 60 4096 flyio-access-token
gitpod_pat_ A-Za-z0-9_=.- 30 128 gitpod-access-token
HRKU- A-Za-z0-9_- 30 100 heroku-api-key-v2
JDC_ A-Z0-9 24 40 jdcloud-access-key
nfp_ A-Za-z0-9 30 80 netlify-access-token
nfc_ A-Za-z0-9 30 80 netlify-access-token
nfo_ A-Za-z0-9 30 80 netlify-access-token
nfu_ A-Za-z0-9 30 80 netlify-access-token
rnd_ A-Za-z0-9 24 80 render-api-key weak
SCW A-Z0-9 17 17 scaleway-access-key weak
tk-us- A-Za-z0-9_- 30 80 scalingo-api-token
tk-eu- A-Za-z0-9_- 30 80 scalingo-api-token
tk-osc- A-Za-z0-9_- 30 100 scalingo-api-token
AKID A-Za-z0-9 28 40 tencent-cloud-secret-id
ucat_ A-Za-z0-9 20 64 upcloud-api-token
vcp_ A-Za-z0-9_- 24 100 vercel-personal-access-token weak
vci_ A-Za-z0-9_- 24 100 vercel-integration-token weak
vca_ A-Za-z0-9_- 40 100 vercel-app-access-token weak
vcr_ A-Za-z0-9_- 40 100 vercel-app-refresh-token weak
vck_ A-Za-z0-9_- 24 100 vercel-ai-gateway-key weak
vercel_blob_rw_ A-Za-z0-9_ 30 100 vercel-blob-token
AKLT A-Za-z0-9+/= 28 64 volcengine-access-key-id weak
AQVN A-Za-z0-9_- 30 48 yandex-api-key
YC A-Za-z0-9_- 23 40 yandex-aws-access-token weak
y0_ A-Za-z0-9_- 40 100 yandex-oauth-token weak
AQAAAA A-Za-z0-9_- 32 48 yandex-oauth-token weak
# Infrastructure, networks and secret stores
ops_eyJ A-Za-z0-9+/=_- 40 4096 1password-service-account-token
A3- A-Z0-9- 30 40 1password-secret-key
AGE-SECRET-KEY-1 A-Za-z0-9 40 80 age-secret-key
AGE-SECRET-KEY-PQ-1 A-Za-z0-9 40 128 age-secret-key
at_ A-Za-z0-9_ 100 512 boundary-auth-token weak
dnkey- A-Za-z0-9_=- 40 120 defined-networking-api-token
ico- A-Za-z0-9 28 48 infracost-api-token
jca_ A-Za-z0-9 30 64 jumpcloud-api-key weak
K10 A-Za-z0-9: 70 200 k3s-node-token weak
nbp_ A-Za-z0-9 30 64 netbird-access-token weak
LUFRPT A-Za-z0-9+/= 40 256 paloalto-api-key
ptr_ A-Za-z0-9+/= 36 64 portainer-access-token
PVEAPIToken= A-Za-z0-9@!._=- 20 160 proxmox-api-token
pul- 0-9a-f 36 64 pulumi-api-token
token- a-z0-9: 55 80 rancher-api-token weak
tskey-api- A-Za-z0-9_- 16 100 tailscale-api-token
tskey-auth- A-Za-z0-9_- 16 100 tailscale-auth-key
tskey- A-Za-z0-9_- 20 120 tailscale-key
SUA A-Z2-7 54 56 nats-nkey-seed
SU A-Z2-7 56 56 nats-nkey-seed
SA A-Z2-7 56 56 nats-nkey-seed
SO A-Z2-7 56 56 nats-nkey-seed
SN A-Z2-7 56 56 nats-nkey-seed
SC A-Z2-7 56 56 nats-nkey-seed
SX A-Z2-7 56 56 nats-nkey-seed
# Language models and their tools
sk-ant-api A-Za-z0-9_- 8 256 anthropic-api-key
sk-ant-admin A-Za-z0-9_- 8 256 anthropic-admin-api-key
sk-ant-sid A-Za-z0-9_- 8 256 anthropic-session-key
sk-ant-oat A-Za-z0-9_- 8 256 anthropic-oauth-token
sk-ant-ort A-Za-z0-9_- 8 256 anthropic-oauth-refresh-token
sk-ant- A-Za-z0-9_- 8 256 anthropic-api-key
sk- A-Za-z0-9 6 256 openai-api-key weak
sk- A-Za-z0-9_- 32 256 openai-api-key weak
sk-proj- A-Za-z0-9_- 8 256 openai-project-key
sk-svcacct- A-Za-z0-9_- 8 256 openai-service-account-key
sk-admin- A-Za-z0-9_- 8 256 openai-admin-key
sess- A-Za-z0-9 36 64 openai-session-key weak
ek_ 0-9a-f 28 64 openai-ephemeral-key
esecret_ A-Za-z0-9 20 64 anyscale-api-key
apify_api_ A-Za-z0-9- 30 64 apify-api-key
app- A-Za-z0-9 24 24 dify-app-key weak
dataset- A-Za-z0-9 24 24 dify-dataset-key weak
BSA A-Za-z0-9_- 24 40 brave-search-api-key weak
bb_live_ A-Za-z0-9_- 20 64 browserbase-api-key
sk_car_ A-Za-z0-9 16 64 cartesia-api-key
csk- a-z0-9 40 64 cerebras-api-key
cpk_ A-Za-z0-9_.- 60 200 chutes-api-key weak
co_ A-Za-z0-9 40 40 cohere-api-token weak
ctx7sk- A-Za-z0-9_- 20 64 context7-api-key
cztei_ A-Za-z0-9 40 100 coze-access-token
pat_ A-Za-z0-9 60 80 coze-access-token weak
key_ 0-9a-f 60 140 cursor-api-key weak
crsr_ 0-9a-f 40 100 cursor-api-key
dtn_ 0-9a-f 40 100 daytona-api-key
apk_user_ A-Za-z0-9+/= 60 256 devin-personal-api-key
apk_ A-Za-z0-9+/= 60 256 devin-service-api-key weak
cog_ a-z2-7 40 64 devin-service-user-token weak
e2b_ 0-9a-f 32 64 e2b-api-key
sk_ 0-9a-f 32 64 elevenlabs-api-key weak
fastgpt- A-Za-z0-9 30 100 fastgpt-api-key weak
fc- 0-9a-f 32 32 firecrawl-api-key weak
fw_ A-Za-z0-9 20 64 fireworks-api-key weak
flp_ A-Za-z0-9 30 64 friendli-token weak
gsk_ A-Za-z0-9 20 128 groq-api-key
sk-helicone- A-Za-z0-9_- 16 100 helicone-api-key
pk-helicone- A-Za-z0-9_- 16 100 helicone-api-key
hf_ A-Za-z0-9 28 64 huggingface-access-token
hf_oauth_ A-Za-z0-9_=.- 30 2048 huggingface-oauth-token
api_org_ A-Za-z0-9 28 64 huggingface-organization-api-token
hl_sk_ A-Za-z0-9 20 100 humanloop-api-key weak
jina_ A-Za-z0-9_- 40 100 jina-api-key
sk-lf- 0-9a-fA-F- 24 64 langfuse-secret-key
pk-lf- 0-9a-fA-F- 24 64 langfuse-public-key
lsv2_pt_ 0-9a-f_ 30 64 langsmith-api-key
lsv2_sk_ 0-9a-f_ 30 64 langsmith-service-key
ls__ 0-9a-f 28 64 langsmith-legacy-key
llx- A-Za-z0-9 30 80 llamacloud-api-key
luma- 0-9a-fA-F- 36 100 luma-api-key weak
m0- A-Za-z0-9 32 64 mem0-api-key weak
sk-api- A-Za-z0-9_- 60 200 minimax-api-key
ak- A-Za-z0-9 22 22 modal-token-id weak
as- A-Za-z0-9 22 22 modal-token-secret weak
ms- 0-9a-fA-F- 36 36 modelscope-token weak
sk-kimi- A-Za-z0-9_- 20 100 moonshot-api-key
nvapi- A-Za-z0-9_- 32 100 nvidia-api-key
sk-or- A-Za-z0-9_- 16 128 openrouter-api-key
pplx- A-Za-z0-9 20 100 perplexity-api-key
pcsk_ A-Za-z0-9_ 30 120 pinecone-api-key
pckey_ A-Za-z0-9_- 24 120 pinecone-api-key
r8_ A-Za-z0-9_- 30 64 replicate-api-token
rqsty- A-Za-z0-9+/=_- 24 160 requesty-api-key
rpa_ A-Za-z0-9 30 80 runpod-api-key weak
sn4_ a-z0-9 24 48 targon-api-key weak
tvly- A-Za-z0-9_- 20 80 tavily-api-key
tgp_v1_ A-Za-z0-9_- 30 80 togetherai-api-key
pa- A-Za-z0-9_- 40 64 voyage-api-key weak
wandb_v1_ A-Za-z0-9_ 40 128 weights-and-biases-api-key-v1
xai- A-Za-z0-9_ 40 160 xai-api-key
xai-token- A-Za-z0-9_- 30 160 xai-management-key
ydc-sk- A-Za-z0-9_- 20 100 you-com-api-key
# Source hosts and code analysis
ghp_ A-Za-z0-9 16 255 github-pat
gho_ A-Za-z0-9 16 255 github-oauth
ghu_ A-Za-z0-9 16 255 github-app-token
ghs_ A-Za-z0-9_.- 16 2048 github-app-token
ghr_ A-Za-z0-9 16 255 github-refresh-token
github_pat_ A-Za-z0-9_ 20 255 github-fine-grained-pat
glpat- A-Za-z0-9_.- 16 320 gitlab-pat
gldt- A-Za-z0-9_.- 16 320 gitlab-deploy-token
glptt- A-Za-z0-9_.- 16 320 gitlab-ptt
glcbt- A-Za-z0-9_.- 16 2048 gitlab-cicd-job-token
glrt- A-Za-z0-9_.- 16 320 gitlab-runner-authentication-token
glrtr- A-Za-z0-9_.- 16 320 gitlab-runner-authentication-token
glsoat- A-Za-z0-9_.- 16 320 gitlab-scim-token
glft- A-Za-z0-9_.- 16 320 gitlab-feed-token
gloas- A-Za-z0-9_.- 16 320 gitlab-oauth-app-secret
glimt- A-Za-z0-9_.- 16 320 gitlab-incoming-mail-token
glagent- A-Za-z0-9_.- 20 320 gitlab-kubernetes-agent-token
glffct- A-Za-z0-9_.- 16 320 gitlab-feature-flag-client-token
glwt- A-Za-z0-9_.- 16 320 gitlab-workspace-token
GR1348941 A-Za-z0-9_- 14 100 gitlab-rrt
_gitlab_session= A-Za-z0-9+/=_- 16 512 gitlab-session-cookie
ATBB A-Za-z0-9 24 64 bitbucket-app-password
ATCTT3 A-Za-z0-9_=- 60 320 bitbucket-access-token
BBDC- A-Za-z0-9+/= 36 64 bitbucket-http-access-token
ATATT3 A-Za-z0-9_=- 60 320 atlassian-api-token
perm- A-Za-z0-9_=.- 40 256 jetbrains-permanent-token weak
api- a-z0-9 28 28 phabricator-conduit-token weak
cli- a-z0-9 28 28 phabricator-conduit-token weak
AIK_CI_ A-Za-z0-9 20 64 aikido-ci-token
AIK_CLIENT_ A-Za-z0-9 20 64 aikido-client-id
AIK_SECRET_ A-Za-z0-9 32 100 aikido-client-secret
dsp_ A-Za-z0-9 36 80 deepsource-access-token
endr+ A-Za-z0-9- 16 40 endorlabs-api-key
ggtt- A-Za-z0-9_- 20 128 gitguardian-api-key
ph0_ A-Za-z0-9_- 30 100 phylum-api-token
sktsec_ A-Za-z0-9_- 24 120 socket-api-token
squ_ A-Za-z0-9 32 64 sonar-api-token
sqp_ A-Za-z0-9 32 64 sonar-project-token
sqa_ A-Za-z0-9 32 64 sonar-analysis-token
sqco_ A-Za-z0-9_- 32 100 sonarcloud-scoped-token
sgp_ 0-9a-fA-F_ 40 80 sourcegraph-access-token
sgp_local_ 0-9a-fA-F 32 64 sourcegraph-access-token
sgd_ 0-9a-fA-F 36 80 sourcegraph-gateway-token
slk_ 0-9a-fA-F 36 80 sourcegraph-license-key
vera01 0-9a-zA-Z- 32 160 veracode-api-key
# Package registries
AKCp A-Za-z0-9 50 90 artifactory-api-key
cmVmd A-Za-z0-9_- 50 72 artifactory-reference-token
CLOJARS_ A-Za-z0-9 40 80 clojars-api-token
cio A-Za-z0-9 32 32 crates-io-api-token weak
dckr_pat_ A-Za-z0-9_- 16 64 dockerhub-personal-access-token
dckr_oat_ A-Za-z0-9_- 16 64 dockerhub-organization-access-token
jsrp_ A-Za-z0-9 30 80 jsr-token
jsrd_ A-Za-z0-9 30 80 jsr-token
npm_ A-Za-z0-9 28 64 npm-access-token
oy2 a-z0-9 40 52 nuget-api-key weak
ovsxp_ 0-9a-fA-F- 30 64 openvsx-access-token
packagist_ A-Za-z0-9_ 40 100 private-packagist-token
pypi-Ag A-Za-z0-9_- 14 1024 pypi-upload-token
rubygems_ 0-9a-fA-F 32 64 rubygems-api-token
# Builds, deployment and workflows
bkua_ A-Za-z0-9 28 80 buildkite-api-token
bkct_ A-Za-z0-9_- 28 120 buildkite-cluster-token
bkrt_ A-Za-z0-9 28 120 buildkite-refresh-token
CCIPAT_ A-Za-z0-9_ 30 120 circleci-personal-token
CCIPRJ_ A-Za-z0-9_ 30 120 circleci-project-token
depot_ A-Za-z0-9_ 40 120 depot-token weak
signkey- A-Za-z0-9- 32 100 inngest-signing-key weak
n8n_api_ A-Za-z0-9 30 128 n8n-api-key
API- A-Z0-9 24 40 octopus-deploy-api-key weak
pnu_ A-Za-z0-9 30 64 prefect-api-token
pnb_ A-Za-z0-9 30 64 prefect-service-token
tr_dev_ A-Za-z0-9 16 64 trigger-dev-api-key
tr_prod_ A-Za-z0-9 16 64 trigger-dev-api-key
tr_stg_ A-Za-z0-9 16 64 trigger-dev-api-key
tr_preview_ A-Za-z0-9 16 64 trigger-dev-api-key
tr_pat_ A-Za-z0-9 16 64 trigger-dev-access-token
# Databases and analytics
standard_ 0-9a-f 100 512 appwrite-api-key
4b1d A-Za-z0-9 38 38 clickhouse-cloud-api-secret-key weak
CCDB1_ A-Za-z0-9_ 40 100 cockroachlabs-cloud-api-key
cflt A-Za-z0-9+/= 56 64 confluent-cloud-secret weak
dapi 0-9a-f- 32 40 databricks-api-token
dose 0-9a-f 32 32 databricks-oauth-secret
dbtc_ A-Za-z0-9_- 20 100 dbt-service-token
dbtu_ A-Za-z0-9_- 20 100 dbt-user-token
essu_ A-Za-z0-9+/=_- 40 256 elastic-cloud-api-key
fnA A-Za-z0-9_- 37 60 fauna-secret weak
hxtp_ A-Za-z0-9 40 128 hex-api-token weak
hxtw_ A-Za-z0-9 40 128 hex-api-token weak
apiv3_ A-Za-z0-9_- 40 128 influxdb-api-token
mdb_sa_sk_ A-Za-z0-9_- 30 64 mongodb-atlas-service-account-secret
mdb_sa_id_ 0-9a-f 24 32 mongodb-atlas-service-account-id
napi_ a-z0-9 40 80 neon-api-key
npg_ A-Za-z0-9 12 24 neon-database-password weak
pscale_tkn_ A-Za-z0-9_=.- 24 128 planetscale-api-token
pscale_oauth_ A-Za-z0-9_=.- 24 128 planetscale-oauth-token
pscale_pw_ A-Za-z0-9_=.- 24 128 planetscale-password
sbp_ A-Za-z0-9_ 36 80 supabase-management-token weak
sb_secret_ A-Za-z0-9_- 20 100 supabase-secret-key
sb_publishable_ A-Za-z0-9_- 20 100 supabase-publishable-key
sig_ A-Za-z0-9 26 40 upstash-signing-key weak
xau_ A-Za-z0-9 24 64 xata-api-key
# Feature flags, product analytics and monitoring
xaat- 0-9a-fA-F- 30 48 axiom-api-token
xapt- 0-9a-fA-F- 30 48 axiom-personal-token
cu_ 0-9a-f 32 40 checkly-api-key weak
cxtp_ A-Za-z0-9 20 64 coralogix-api-key
cxup_ A-Za-z0-9 20 64 coralogix-api-key
pub 0-9a-f 32 32 datadog-client-token weak
dvc_server_ A-Za-z0-9_- 24 100 devcycle-sdk-key
dvc_client_ A-Za-z0-9_- 24 100 devcycle-sdk-key
dvc_mobile_ A-Za-z0-9_- 24 100 devcycle-sdk-key
fhb- 0-9a-f 28 64 firehydrant-bot-token
eyJrIjoi A-Za-z0-9+/=_- 40 512 grafana-api-key
glc_ A-Za-z0-9+/=_- 30 512 grafana-cloud-api-token
glsa_ A-Za-z0-9_ 30 64 grafana-service-account-token
hbp_ A-Za-z0-9 30 64 honeybadger-api-key
hcaik_ A-Za-z0-9 30 80 honeycomb-api-key
hcaic_ A-Za-z0-9 30 80 honeycomb-api-key
hcbik_ A-Za-z0-9 30 80 honeycomb-api-key
hcamk_ A-Za-z0-9 30 80 honeycomb-management-key
hcbmk_ A-Za-z0-9 30 80 honeycomb-management-key
sdk- 0-9a-fA-F- 36 36 launchdarkly-sdk-key
mob- 0-9a-fA-F- 36 36 launchdarkly-mobile-key
api- 0-9a-fA-F- 36 36 launchdarkly-access-token weak
pylf_v1_ A-Za-z0-9_ 30 100 logfire-token
pylf_v2_ A-Za-z0-9_ 30 100 logfire-token
NRAK- A-Za-z0-9 24 40 new-relic-user-api-key
NRII- A-Za-z0-9_- 24 40 new-relic-insert-key
NRIQ- A-Za-z0-9_- 24 40 new-relic-query-key
NRJS- 0-9a-f 16 24 new-relic-browser-api-token
NRAA- 0-9a-f 24 40 new-relic-admin-key
NRRA- 0-9a-f 36 48 new-relic-rest-key
NRAL- A-Za-z0-9 24 48 new-relic-license-key
phc_ A-Za-z0-9_- 36 80 posthog-project-api-key weak
phx_ A-Za-z0-9_- 36 80 posthog-personal-api-key weak
phs_ A-Za-z0-9_- 36 80 posthog-feature-flag-key weak
pha_ A-Za-z0-9_- 36 80 posthog-oauth-token weak
phr_ A-Za-z0-9_- 36 80 posthog-oauth-refresh-token weak
rootly_ 0-9a-f 36 80 rootly-api-token
sgp_ A-Za-z0-9 64 64 segment-public-api-token
sntrys_ A-Za-z0-9+/=_- 30 512 sentry-org-token
sntryu_ 0-9a-fA-F 36 80 sentry-user-token
sntrya_ 0-9a-fA-F 36 80 sentry-app-token
sntryi_ 0-9a-fA-F 36 80 sentry-integration-token
secret- A-Za-z0-9 40 48 statsig-server-key weak
console- A-Za-z0-9 40 48 statsig-console-key weak
# Chat, social networks and webhooks (an address that is a secret as a whole)
xoxb- A-Za-z0-9- 10 255 slack-bot-token
xoxp- A-Za-z0-9- 10 255 slack-user-token
xoxa- A-Za-z0-9- 10 255 slack-legacy-workspace-token
xoxr- A-Za-z0-9- 10 255 slack-legacy-workspace-token
xoxs- A-Za-z0-9- 10 255 slack-legacy-token
xoxo- A-Za-z0-9- 16 255 slack-legacy-token weak
xoxc- A-Za-z0-9- 10 255 slack-session-token
xoxd- A-Za-z0-9+/=%_- 20 1024 slack-session-cookie weak
xoxe- A-Za-z0-9- 10 512 slack-config-refresh-token
xapp- A-Za-z0-9- 10 255 slack-app-token
xwfp- A-Za-z0-9- 10 255 slack-workflow-token
SEC 0-9a-f 60 72 dingtalk-robot-secret weak
cli_ a-z0-9 16 20 feishu-app-id weak
wx 0-9a-f 16 16 wechat-app-id weak
dG9rO A-Za-z0-9+/= 40 160 intercom-access-token
sec-c- A-Za-z0-9+/= 36 80 pubnub-secret-key
pub-c- 0-9a-fA-F- 36 36 pubnub-publish-key
sub-c- 0-9a-fA-F- 36 36 pubnub-subscribe-key
EAAC A-Za-z0-9 27 512 facebook-page-access-token weak
EAAM A-Za-z0-9 27 512 facebook-page-access-token weak
EAA A-Za-z0-9 60 512 facebook-page-access-token weak
IGQ A-Za-z0-9_- 60 400 instagram-access-token weak
IGAA A-Za-z0-9_- 60 400 instagram-access-token weak
THAA A-Za-z0-9_- 60 400 threads-access-token weak
THQ A-Za-z0-9_- 60 400 threads-access-token weak
OC| A-Za-z0-9|_- 20 200 oculus-access-token
FRL| A-Za-z0-9|_- 20 200 oculus-access-token
AQ A-Za-z0-9_- 200 640 linkedin-access-token weak
pina_ A-Za-z0-9 40 160 pinterest-access-token
BQ A-Za-z0-9_- 100 512 spotify-access-token weak
AAAAAAAAAAAAAAAAAAAA A-Za-z0-9%+/=_- 60 200 twitter-bearer-token weak
RGAPI- 0-9a-fA-F- 30 48 riot-api-key
# Payment, shops, shipping and money
sk_live_ A-Za-z0-9_ 10 256 stripe-access-token weak
sk_test_ A-Za-z0-9_ 10 256 stripe-access-token weak
sk_prod_ A-Za-z0-9_ 10 256 stripe-access-token weak
rk_live_ A-Za-z0-9_ 10 256 stripe-restricted-key weak
rk_test_ A-Za-z0-9_ 10 256 stripe-restricted-key weak
rk_prod_ A-Za-z0-9_ 10 256 stripe-restricted-key weak
pk_live_ A-Za-z0-9_ 10 256 stripe-publishable-key weak
pk_test_ A-Za-z0-9_ 10 256 stripe-publishable-key weak
ek_live_ A-Za-z0-9_ 10 512 stripe-ephemeral-key weak
ek_test_ A-Za-z0-9_ 10 512 stripe-ephemeral-key weak
sk_org_ A-Za-z0-9_ 16 256 stripe-organization-key weak
whsec_ A-Za-z0-9+/=_- 16 128 stripe-webhook-secret
pi_ A-Za-z0-9_ 48 100 stripe-client-secret weak
seti_ A-Za-z0-9_ 48 100 stripe-client-secret weak
sk_live_ A-Za-z0-9_- 60 128 apideck-api-key weak
AQE A-Za-z0-9+/= 80 512 adyen-api-key weak
production_ a-z0-9_ 24 40 braintree-tokenization-key weak
sandbox_ a-z0-9_ 24 40 braintree-tokenization-key weak
bxt_ A-Za-z0-9 30 80 brex-user-token
cfsk_ A-Za-z0-9_ 30 100 cashfree-secret-key weak
sk_sbox_ A-Za-z0-9*#$=_- 16 64 checkout-com-secret-key
pk_sbox_ A-Za-z0-9*#$=_- 16 64 checkout-com-public-key
CG- A-Za-z0-9 24 24 coingecko-api-key weak
duffel_live_ A-Za-z0-9_=- 30 80 duffel-api-token
duffel_test_ A-Za-z0-9_=- 30 80 duffel-api-token
EZAK A-Za-z0-9 40 80 easypost-api-token
EZTK A-Za-z0-9 40 80 easypost-test-api-token
PRD- 0-9a-f- 28 48 ebay-cert-id
SBX- 0-9a-f- 28 48 ebay-cert-id
FLWSECK_TEST- A-Za-z0-9- 12 64 flutterwave-secret-key
FLWSECK_LIVE- A-Za-z0-9- 12 64 flutterwave-secret-key
FLWSECK- A-Za-z0-9- 12 64 flutterwave-secret-key
FLWPUBK_TEST- A-Za-z0-9- 12 64 flutterwave-public-key
FLWPUBK- A-Za-z0-9- 12 64 flutterwave-public-key
live_ A-Za-z0-9_=- 40 64 gocardless-api-token weak
sandbox_ A-Za-z0-9_=- 40 64 gocardless-sandbox-token weak
test_ A-Za-z0-9_=- 40 64 yookassa-api-key weak
live_ A-Za-z0-9 30 40 mollie-api-key weak
test_ A-Za-z0-9 30 40 mollie-api-key weak
access_ A-Za-z0-9 30 64 mollie-access-token weak
live_ 0-9a-f 35 40 lob-api-key weak
test_ 0-9a-f 35 40 lob-api-key weak
live_pub_ 0-9a-f 28 40 lob-pub-api-key
test_pub_ 0-9a-f 28 40 lob-pub-api-key
APP_USR- A-Za-z0-9- 30 100 mercadopago-access-token
TEST- 0-9a-f- 50 100 mercadopago-test-token weak
Mid-server- A-Za-z0-9_- 16 64 midtrans-server-key
SB-Mid-server- A-Za-z0-9_- 16 64 midtrans-server-key
skey_ A-Za-z0-9_ 19 48 omise-secret-key weak
pdl_live_ A-Za-z0-9_ 24 120 paddle-api-key
pdl_sdbx_ A-Za-z0-9_ 24 120 paddle-api-key
pdl_ntfset_ A-Za-z0-9_+/= 24 120 paddle-webhook-secret
ak_live_ A-Za-z0-9 24 64 pagarme-api-key
ak_test_ A-Za-z0-9 24 64 pagarme-api-key
A21AA A-Za-z0-9_- 60 200 paypal-access-token
access-sandbox- 0-9a-fA-F- 24 48 plaid-api-token
access-development- 0-9a-fA-F- 24 48 plaid-api-token
access-production- 0-9a-fA-F- 24 48 plaid-api-token
link-sandbox- 0-9a-fA-F- 24 48 plaid-link-token
link-production- 0-9a-fA-F- 24 48 plaid-link-token
public-sandbox- 0-9a-fA-F- 24 48 plaid-public-token
public-production- 0-9a-fA-F- 24 48 plaid-public-token
polar_oat_ A-Za-z0-9 24 80 polar-organization-token
polar_pat_ A-Za-z0-9 24 80 polar-personal-token
RT1- A-Za-z0-9- 30 80 quickbooks-refresh-token
rzp_live_ A-Za-z0-9 12 40 razorpay-key-id
rzp_test_ A-Za-z0-9 12 40 razorpay-key-id
appl_ A-Za-z0-9 24 40 revenuecat-sdk-key weak
goog_ A-Za-z0-9 24 40 revenuecat-sdk-key weak
shippo_live_ 0-9a-fA-F 32 64 shippo-api-token
shippo_test_ 0-9a-fA-F 32 64 shippo-api-token
shpat_ A-Za-z0-9 24 64 shopify-access-token
shpca_ A-Za-z0-9 24 64 shopify-custom-access-token
shppa_ A-Za-z0-9 24 64 shopify-private-app-access-token
shpss_ A-Za-z0-9 24 64 shopify-shared-secret
shpua_ A-Za-z0-9 24 64 shopify-user-token
shptka_ A-Za-z0-9 24 64 shopify-theme-token
shprt_ A-Za-z0-9 24 64 shopify-refresh-token
prtapi_ A-Za-z0-9 28 64 shopify-partner-api-token
atkn_ A-Za-z0-9+/=_- 40 512 shopify-cli-token
SWIA A-Z0-9 20 32 shopware-access-key
SWSC A-Z0-9 20 32 shopware-access-key
sq0atp- A-Za-z0-9_- 16 64 square-access-token
EAAA A-Za-z0-9_- 22 128 square-access-token weak
sq0csp- A-Za-z0-9_- 16 64 square-oauth-secret
sq0idp- A-Za-z0-9_- 16 64 square-application-id
sq0idb- A-Za-z0-9_- 16 64 square-application-id
token_ a-z0-9 24 32 teller-access-token weak
ck_ 0-9a-f 36 48 woocommerce-consumer-key weak
cs_ 0-9a-f 36 48 woocommerce-consumer-secret weak
xnd_development_ A-Za-z0-9 24 120 xendit-api-key
xnd_production_ A-Za-z0-9 24 120 xendit-api-key
xnd_public_ A-Za-z0-9_ 24 120 xendit-public-key weak
# Mail, messages and telephony
xsmtpsib- A-Za-z0-9- 40 120 brevo-smtp-key
xkeysib- A-Za-z0-9- 40 120 sendinblue-api-token
pk_prod_ A-Z0-9 24 40 courier-auth-token
dk_prod_ A-Z0-9 24 40 courier-auth-token
eo_ 0-9a-f 60 72 emailoctopus-api-key weak
kit_ 0-9a-f 28 64 kit-api-key weak
pk_ a-z0-9 34 38 klaviyo-api-key weak
pk_ A-Za-z0-9_ 36 48 klaviyo-api-key weak
key- a-z0-9 32 40 mailgun-private-api-token weak
pubkey- a-z0-9 32 40 mailgun-pub-key weak
md- A-Za-z0-9_- 22 24 mandrill-api-key weak
missive_pat- A-Za-z0-9_- 30 120 missive-api-token
nyk_ A-Za-z0-9_ 40 100 nylas-api-key
os_v2_app_ a-z0-9 40 160 onesignal-api-key
os_v2_org_ a-z0-9 40 160 onesignal-api-key
re_ A-Za-z0-9_ 24 48 resend-api-key weak
KEY A-Za-z0-9_ 50 64 telnyx-api-key weak
SK 0-9a-fA-F 32 32 twilio-api-key
AC 0-9a-fA-F 32 32 twilio-account-sid
# Identity and gateways
sc_ A-Za-z0-9+/=_.- 50 220 authress-service-client-access-key weak
ext_ A-Za-z0-9+/=_.- 50 220 authress-service-client-access-key weak
scauth_ A-Za-z0-9+/=_.- 50 220 authress-service-client-access-key
authress_ A-Za-z0-9+/=_.- 50 220 authress-service-client-access-key weak
DI A-Z0-9 18 18 duo-integration-key weak
kpat_ A-Za-z0-9 36 80 kong-konnect-token
spat_ A-Za-z0-9 36 80 kong-konnect-token
ory_apikey_ A-Za-z0-9_.- 24 128 ory-api-key
ory_at_ A-Za-z0-9_.- 30 256 ory-access-token
ory_pat_ A-Za-z0-9_.- 30 256 ory-access-token
ory_rt_ A-Za-z0-9_.- 30 256 ory-refresh-token
ory_st_ A-Za-z0-9_.- 24 256 ory-session-token
permit_key_ A-Za-z0-9 40 160 permit-api-key
secret-live- A-Za-z0-9_=- 30 80 stytch-secret
secret-test- A-Za-z0-9_=- 30 80 stytch-secret
unkey_ A-Za-z0-9 18 64 unkey-root-key
zpka_ A-Za-z0-9_ 30 100 zuplo-api-key
# Offices, documents, design, content and customers
p8e- A-Za-z0-9- 28 48 adobe-client-secret
pat A-Za-z0-9. 70 100 airtable-personnal-access-token weak
b_ A-Za-z0-9_=- 44 46 beamer-api-token weak
bpk- 0-9a-f 28 48 builder-io-private-key
cal_live_ 0-9a-f 24 64 cal-com-api-key
cal_ 0-9a-f 32 64 cal-com-api-key weak
cnvca A-Za-z0-9_- 44 64 canva-client-secret
pk_ A-Z0-9_ 38 48 clickup-personal-api-token weak
api_ A-Za-z0-9. 40 64 close-api-key weak
CFPAT- A-Za-z0-9_- 36 64 contentful-personal-access-token
dub_ A-Za-z0-9 22 40 dub-api-key weak
S=s A-Za-z0-9:=_- 50 300 evernote-developer-token
figd_ A-Za-z0-9_- 20 100 figma-personal-access-token
figo_ A-Za-z0-9_- 20 100 figma-oauth-token
figor_ A-Za-z0-9_- 20 100 figma-refresh-token
fio-u- A-Za-z0-9_=- 40 100 frameio-api-token
gb_api_ A-Za-z0-9 30 64 gitbook-api-token
pat-na1- 0-9a-fA-F- 30 48 hubspot-private-app-token
pat-na2- 0-9a-fA-F- 30 48 hubspot-private-app-token
pat-eu1- 0-9a-fA-F- 30 48 hubspot-private-app-token
pat-ap1- 0-9a-fA-F- 30 48 hubspot-private-app-token
s-s4t2ud- 0-9a-fA-F 40 80 intra42-client-secret
s-s4t2af- 0-9a-fA-F 40 80 intra42-client-secret
lin_api_ A-Za-z0-9 24 64 linear-api-key
lin_oauth_ A-Za-z0-9 24 80 linear-oauth-token
lin_wh_ A-Za-z0-9 16 64 linear-webhook-secret
mint_ A-Za-z0-9_ 24 64 mintlify-api-key weak
ntn_ A-Za-z0-9 36 64 notion-api-token
secret_ A-Za-z0-9 36 64 notion-internal-integration-secret weak
PMAK- A-Za-z0-9- 40 80 postman-api-token
PMAT- A-Z0-9 24 40 postman-collection-token
rdme_ A-Za-z0-9 40 100 readme-api-token
retool_ A-Za-z0-9 24 40 retool-api-token weak
roam-graph-token- A-Za-z0-9_- 20 80 roam-graph-token
00D A-Za-z0-9!._ 90 200 salesforce-access-token
3MVG A-Za-z0-9._ 60 100 salesforce-consumer-key
5Aep861 A-Za-z0-9._ 40 120 salesforce-refresh-token
sk A-Za-z0-9 80 200 sanity-api-token weak
sm_aat_ A-Za-z0-9 14 64 settlemint-application-access-token
sm_pat_ A-Za-z0-9 14 64 settlemint-personal-access-token
sm_sat_ A-Za-z0-9 14 64 settlemint-service-access-token
ATTA 0-9a-f 60 80 trello-token
tfp_ A-Za-z0-9_=.- 36 80 typeform-api-token
waka_ 0-9a-fA-F- 30 48 wakatime-api-key weak
# Maps, media and devices
aio_ A-Za-z0-9 26 36 adafruit-api-key
007eJx A-Za-z0-9+/= 60 1024 agora-rtc-token
private_ A-Za-z0-9+/= 26 40 imagekit-private-key weak
MLY| A-Za-z0-9| 30 100 mapillary-client-token
prj_live_sk_ 0-9a-f 32 64 radar-secret-key
prj_test_sk_ 0-9a-f 32 64 radar-secret-key
BBFF- A-Za-z0-9 28 48 ubidots-token
# Markets and chains
alcht_ A-Za-z0-9 28 48 alchemy-api-key
PK A-Z0-9 18 24 alpaca-api-key weak
xprv A-Za-z0-9 100 112 bip32-extended-private-key
yprv A-Za-z0-9 100 112 bip32-extended-private-key
zprv A-Za-z0-9 100 112 bip32-extended-private-key
tprv A-Za-z0-9 100 112 bip32-extended-private-key
addr_xsk1 a-z0-9 50 320 cardano-signing-key
acct_xsk1 a-z0-9 50 320 cardano-signing-key
root_xsk1 a-z0-9 50 320 cardano-signing-key
ed25519_sk1 a-z0-9 50 320 cardano-signing-key
ed25519-priv-0x 0-9a-fA-F 60 72 aptos-private-key
pk_ 0-9a-f 32 32 iex-cloud-token weak
nsec1 a-z0-9 56 64 nostr-private-key
QN_ 0-9a-f 28 48 quicknode-api-key
suiprivkey1 a-z0-9 50 72 sui-private-key
edsk A-Za-z0-9 50 100 tezos-private-key
# Standard containers of secrets: tokens, hashes of passwords, encoded private keys
ZXlK A-Za-z0-9+/=_- 60 4096 base64-encoded-jwt
LS0tLS1CRUdJTi A-Za-z0-9+/= 40 4096 base64-encoded-pem
b3BlbnNzaC1rZXktdjE A-Za-z0-9+/= 40 4096 openssh-private-key-body
django-insecure- A-Za-z0-9!@#$%^&*(_=+)- 30 80 django-secret-key
gAAAAA A-Za-z0-9_=- 60 4096 fernet-token
MDAx A-Za-z0-9+/=_- 80 4096 macaroon weak
TlRMTVNTUAA A-Za-z0-9+/= 20 4096 ntlm-message
`;

/** Prefixes with a sign in them that is in no run: they are looked for as words. */
export const PROVIDER_KEYS_APART = `
# Cloud: Amazon
amzn.mws. A-Za-z0-9- 30 60 amazon-mws-auth-token
amzn1.oa2-cs.v1. 0-9a-fA-F 32 128 amazon-login-client-secret
amzn1.application-oa2-client. 0-9a-fA-F 24 64 amazon-login-client-id
# Cloud: Google
AQ.Ab A-Za-z0-9_- 30 128 google-auth-api-key
ya29. A-Za-z0-9_=.- 16 2048 google-oauth-access-token
1//0 A-Za-z0-9_- 28 512 google-oauth-refresh-token
4/0A A-Za-z0-9_- 30 256 google-oauth-authorization-code
# Cloud: Microsoft
0.A A-Za-z0-9_.- 250 4096 azure-entra-refresh-token
1.A A-Za-z0-9_.- 250 4096 azure-entra-refresh-token
# Cloud: other hosts
STS. A-Za-z0-9 16 64 alibaba-sts-access-key-id weak
bce-v3/ALTAK- A-Za-z0-9/- 30 128 baidu-cloud-api-key
v1.0- A-Za-z0-9+/=- 100 256 cloudflare-origin-ca-key
t1. A-Za-z0-9_=.- 90 512 yandex-access-token weak
# Infrastructure, networks and secret stores
dp.pt. A-Za-z0-9_.- 32 100 doppler-api-token
dp.st. A-Za-z0-9_.- 32 140 doppler-service-token
dp.ct. A-Za-z0-9_.- 32 100 doppler-cli-token
dp.sa. A-Za-z0-9_.- 32 100 doppler-service-account-token
dp.scim. A-Za-z0-9_.- 32 100 doppler-scim-token
dp.audit. A-Za-z0-9_.- 32 100 doppler-audit-token
st. A-Za-z0-9_.- 60 200 infisical-service-token weak
sha256~ A-Za-z0-9_- 36 64 openshift-user-token
hvs. A-Za-z0-9_- 20 512 vault-service-token
hvb. A-Za-z0-9_- 20 2048 vault-batch-token
hvr. A-Za-z0-9_- 20 512 vault-recovery-token
s. A-Za-z0-9 24 24 vault-legacy-token weak
b.AAAAA A-Za-z0-9_- 60 2048 vault-legacy-batch-token
# Language models and their tools
v1.Cm A-Za-z0-9+/=_- 60 512 nebius-api-key
# Source hosts and code analysis
v1. 0-9a-f 40 40 github-app-token-v1
perm: A-Za-z0-9_=.- 30 256 jetbrains-permanent-token weak
snyk_uat. A-Za-z0-9_.- 20 512 snyk-user-token
snyk_sat. A-Za-z0-9_.- 20 512 snyk-service-token
hawk. A-Za-z0-9_.- 36 64 stackhawk-api-key
# Builds, deployment and workflows
v2. a-z0-9 20 20 appveyor-api-token weak
pat. A-Za-z0-9_.- 56 100 harness-api-key weak
sat. A-Za-z0-9_.- 56 100 harness-api-key weak
eyJ0eXAiOiAiVENWMiJ9. A-Za-z0-9_.- 40 160 teamcity-api-token
# Databases and analytics
AstraCS: A-Za-z0-9: 40 160 astra-application-token
configcat-sdk-1/ A-Za-z0-9_/- 40 64 configcat-sdk-key-extended
configcat-proxy/ A-Za-z0-9_/- 10 100 configcat-proxy-key
ver:1-hint: A-Za-z0-9+/=_:- 40 1024 snowflake-session-token
ver:3-hint: A-Za-z0-9+/=_:- 40 1024 snowflake-session-token
p.eyJ A-Za-z0-9_=.- 40 1024 tinybird-token
# Feature flags, product analytics and monitoring
dt0c01. A-Za-z0-9. 20 120 dynatrace-api-token
dt0s01. A-Za-z0-9. 20 120 dynatrace-platform-token
dt0s02. A-Za-z0-9. 20 120 dynatrace-platform-token
dt0s03. A-Za-z0-9. 20 120 dynatrace-platform-token
dt0s16. A-Za-z0-9. 20 120 dynatrace-platform-token
dt0a01. A-Za-z0-9. 20 120 dynatrace-agent-token
dt0e01. A-Za-z0-9. 20 120 dynatrace-extension-token
ser. A-Za-z0-9 20 24 flagsmith-environment-key weak
# Chat, social networks and webhooks (an address that is a secret as a whole)
xoxe.xoxb- A-Za-z0-9- 10 512 slack-config-access-token
xoxe.xoxp- A-Za-z0-9- 10 512 slack-config-access-token
hooks.slack.com/services/ A-Za-z0-9+/_- 20 120 slack-webhook-url
hooks.slack.com/workflows/ A-Za-z0-9+/_- 20 160 slack-webhook-url
hooks.slack.com/triggers/ A-Za-z0-9+/_- 20 160 slack-webhook-url
mfa. A-Za-z0-9_- 60 100 discord-mfa-token weak
discord.com/api/webhooks/ A-Za-z0-9_/- 40 160 discord-webhook-url
discordapp.com/api/webhooks/ A-Za-z0-9_/- 40 160 discord-webhook-url
webhook.office.com/webhookb2/ A-Za-z0-9@/_- 60 320 microsoft-teams-webhook
outlook.office.com/webhook/ A-Za-z0-9@/_- 60 320 microsoft-teams-webhook
chat.googleapis.com/v1/spaces/ A-Za-z0-9_/?&=%- 40 320 google-chat-webhook
api.telegram.org/bot A-Za-z0-9:_- 30 64 telegram-bot-url
api.telegram.org/file/bot A-Za-z0-9:_- 30 64 telegram-bot-url
hooks.zapier.com/hooks/catch/ A-Za-z0-9/ 10 64 zapier-webhook-url
events.pagerduty.com/integration/ A-Za-z0-9 24 40 pagerduty-integration-url
open.feishu.cn/open-apis/bot/v2/hook/ A-Za-z0-9- 24 64 feishu-webhook-url
open.larksuite.com/open-apis/bot/v2/hook/ A-Za-z0-9- 24 64 feishu-webhook-url
oapi.dingtalk.com/robot/send?access_token= 0-9a-fA-F 32 100 dingtalk-webhook-url
qyapi.weixin.qq.com/cgi-bin/webhook/send?key= A-Za-z0-9- 24 64 wecom-webhook-url
oauth: a-z0-9 30 36 twitch-api-token
WPL_AP1. A-Za-z0-9_=.- 12 64 linkedin-client-secret
act. A-Za-z0-9!.*_- 50 160 tiktok-access-token weak
vk1.a. A-Za-z0-9_- 60 400 vk-access-token
_|WARNING:-DO-NOT-SHARE-THIS. A-Za-z0-9|._- 80 4096 roblox-security-cookie
eg1~ A-Za-z0-9_=.- 40 4096 epic-games-token
# Payment, shops, shipping and money
$aact_ A-Za-z0-9+/=_:$- 40 400 asaas-api-key
access_token$production$ a-z0-9$ 30 100 braintree-access-token
access_token$sandbox$ a-z0-9$ 30 100 braintree-access-token
v^1.1# A-Za-z0-9#^+/=._- 60 4096 ebay-oauth-token
# Mail, messages and telephony
mlsn. 0-9a-f 40 80 mailersend-api-token
SG. A-Za-z0-9_=.- 32 100 sendgrid-api-token
# Identity and gateways
secret-token: A-Za-z0-9_.~%:/+=- 12 512 secret-token-uri
# Offices, documents, design, content and customers
1/1 0-9a-f: 40 64 asana-personal-access-token weak
2/1 0-9a-f:/ 50 90 asana-personal-access-token weak
sl. A-Za-z0-9_=.- 100 2048 dropbox-short-lived-api-token weak
IST. A-Za-z0-9_=.- 60 2048 wix-api-key
1000. 0-9a-f. 50 80 zoho-oauth-token
# Maps, media and devices
cloudinary:// A-Za-z0-9:@_- 30 160 cloudinary-url
pk. 0-9a-f 32 32 locationiq-token weak
pk. A-Za-z0-9_.- 70 300 mapbox-api-token weak
sk. A-Za-z0-9_.- 70 300 mapbox-secret-token weak
tk. A-Za-z0-9_.- 70 600 mapbox-temporary-token weak
NNSXS. A-Z2-7. 40 128 things-stack-api-key
# Markets and chains
ed25519: A-Za-z0-9 80 96 near-private-key
# Standard containers of secrets: tokens, hashes of passwords, encoded private keys
base64: A-Za-z0-9+/= 43 44 laravel-app-key weak
v1.local. A-Za-z0-9_.- 30 4096 paseto-token
v1.public. A-Za-z0-9_.- 30 4096 paseto-token
v2.local. A-Za-z0-9_.- 30 4096 paseto-token
v2.public. A-Za-z0-9_.- 30 4096 paseto-token
v3.local. A-Za-z0-9_.- 30 4096 paseto-token
v3.public. A-Za-z0-9_.- 30 4096 paseto-token
v4.local. A-Za-z0-9_.- 30 4096 paseto-token
v4.public. A-Za-z0-9_.- 30 4096 paseto-token
k4.secret. A-Za-z0-9_- 40 256 paserk-key
k4.local. A-Za-z0-9_- 40 256 paserk-key
$argon2id$ A-Za-z0-9./$=,+- 30 300 argon2-hash
$argon2i$ A-Za-z0-9./$=,+- 30 300 argon2-hash
$argon2d$ A-Za-z0-9./$=,+- 30 300 argon2-hash
$2a$ A-Za-z0-9./$=,+- 50 64 bcrypt-hash
$2b$ A-Za-z0-9./$=,+- 50 64 bcrypt-hash
$2x$ A-Za-z0-9./$=,+- 50 64 bcrypt-hash
$2y$ A-Za-z0-9./$=,+- 50 64 bcrypt-hash
pbkdf2_sha256$ A-Za-z0-9./$=,+- 40 160 django-password-hash
$1$ A-Za-z0-9./$=,+- 24 40 md5crypt-hash
$apr1$ A-Za-z0-9./$=,+- 24 40 md5crypt-hash
$5$ A-Za-z0-9./$=,+- 44 90 sha256crypt-hash
$6$ A-Za-z0-9./$=,+- 80 140 sha512crypt-hash
$y$ A-Za-z0-9./$=,+- 40 200 yescrypt-hash
`;
