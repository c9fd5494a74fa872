// SPDX-License-Identifier: MIT
// Makes one call with the official Node SDK: a job as JSON on standard input, the output or the error as JSON on standard output.
// The SDK is found through NODE_PATH. Proxy: environment http_proxy. Certificate: environment NODE_EXTRA_CA_CERTS.
const sdk = require("tencentcloud-sdk-nodejs-intl-en");
const { ClientProfile, CommonClient, Credential, HttpProfile } = sdk.common;

const job = JSON.parse(require("fs").readFileSync(0));
const credential = new Credential(job.secret_id, job.secret_key, job.token);
const http_profile = new HttpProfile(`${job.scheme}://`, job.endpoint, job.method, 20);
const profile = new ClientProfile(job.sign_method, http_profile);

const print = (error, output) => {
    const failure = error && { code: error.code || "", message: `${error.message}`, status: error.httpCode };
    console.log(JSON.stringify(failure ? { error: failure } : { output: output }));
};

if (job.is_generic) {
    const client = new CommonClient(`${job.service}.intl.tencentcloudapi.com`, job.version, credential, job.region, profile);
    client.request(job.action, job.parameters, {}, print);
} else {
    const product = sdk[job.service][`v${job.version.replaceAll("-", "")}`];
    const input = new product.Models[`${job.action}Request`]();
    input.from_json_string(JSON.stringify(job.parameters));
    new product.Client(credential, job.region, profile)[job.action](input, print);
}
