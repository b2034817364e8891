"use strict";
exports.id = 674;
exports.ids = [674];
exports.modules = {

/***/ 7674:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   closeConnections: () => (/* binding */ closeConnections),
/* harmony export */   httpDownload: () => (/* binding */ httpDownload),
/* harmony export */   httpGet: () => (/* binding */ httpGet),
/* harmony export */   httpPost: () => (/* binding */ httpPost),
/* harmony export */   pause: () => (/* binding */ pause)
/* harmony export */ });
/* harmony import */ var node_events__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8474);
/* harmony import */ var node_events__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_events__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_string_decoder__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6193);
/* harmony import */ var node_string_decoder__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_string_decoder__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8500);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_timers_promises__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var _protocol_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2377);




/** How long to wait for a connection, and for an answer that has begun, or to a GET. */
const CONNECT_TIMEOUT_MS = 10_000;
const SILENCE_MS = 60_000;
/** TCP probes keep firewalls from forgetting a connection on which nothing is said for hours. */
const KEEP_ALIVE_PROBE_MS = 30_000;
const GET_ATTEMPTS = 3;
const FIRST_RETRY_MS = 200;
/** A listing of a million files stays below this. */
const LARGEST_ANSWER_BYTES = 128 * 1024 * 1024;
/**
 * Lists and objects in an answer. Each takes many times as much memory as its text, and what is legitimate has few: a
 * manifest of a million files, all of them links, has three million.
 */
const MOST_STRUCTURES = 12_000_000;
let connections;
/**
 * The connections. Loaded when there is something to ask, since undici is the heaviest thing here. An answer to a POST
 * may take any time: it comes when the work is done (protocol §20 T2). Each POST gets a connection of its own: on one
 * that is kept alive, and that the service has just closed, its fate would be unknown.
 */
function connectionsOf() {
    connections ??= __webpack_require__.e(/* import() | undici */ 215).then(__webpack_require__.t.bind(__webpack_require__, 7723, 23)).then((undici) => {
        const connect = {
            timeout: CONNECT_TIMEOUT_MS,
            keepAlive: true,
            keepAliveInitialDelay: KEEP_ALIVE_PROBE_MS,
        };
        return {
            GET: new undici.Agent({ connect }),
            POST: new undici.Agent({ connect, pipelining: 0 }),
        };
    });
    return connections;
}
/** Closes all connections, in use or not, and with them the files that they are for the system. */
async function closeConnections() {
    const { GET, POST } = (await connections) ?? {};
    connections = undefined;
    await Promise.all([GET?.destroy(), POST?.destroy()]);
}
/**
 * GETs `url`, following nothing. Lost connections and the answers of an overloaded proxy (502, 503, 504) are tried
 * again a few times. Errors: `service-unreachable` if nobody answered, `service-misconfigured` for an answer that is
 * too long, the signal's reason if it was aborted.
 */
async function httpGet(url, options = {}) {
    const { signal, limitBytes = LARGEST_ANSWER_BYTES } = options;
    return persistently(url, signal, () => exchange(url, 'GET', { signal, limitBytes }));
}
/** GETs `url` like {@link httpGet}, but hands out the body of a 200 in pieces instead of keeping it. Returns the status. */
async function httpDownload(url, options) {
    const { signal, onStart, onChunk } = options;
    const answer = await persistently(url, signal, async () => {
        const { statusCode: status, body } = await open(url, 'GET', signal);
        if (status !== 200) {
            await body.dump();
            return { status };
        }
        await onStart();
        for await (const chunk of body)
            await onChunk(chunk);
        return { status };
    });
    return answer.status;
}
/** Repeats a GET that met a lost connection or an overloaded proxy. Errors of our own are not repeated. */
async function persistently(url, signal, attempt) {
    for (let count = 1;; count++) {
        const last = count === GET_ATTEMPTS;
        try {
            const answer = await attempt();
            if (last || ![502, 503, 504].includes(answer.status))
                return answer;
        }
        catch (error) {
            signal?.throwIfAborted();
            // Only the network's failures may pass.
            if (error instanceof _protocol_index_js__WEBPACK_IMPORTED_MODULE_3__/* .GobblerError */ .CE || (0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_3__/* .errnoOf */ .UQ)(error) === undefined)
                throw error;
            if (last || isLasting(error))
                throw unreachable(url, error);
        }
        await pause(FIRST_RETRY_MS * 3 ** (count - 1), signal);
    }
}
/**
 * POSTs to `url` without a body (a body would keep the service from noticing that we have gone, protocol §20 T3), once:
 * nothing is sent again, whatever happens. Waits for the answer as long as it takes. Errors: `service-unreachable` if
 * no connection was made, `connection-lost` if it ended before the answer, the signal's reason if it was aborted, upon
 * which the connection is closed at once.
 */
async function httpPost(url, { signal, limitBytes } = {}) {
    try {
        return await exchange(url, 'POST', { signal, limitBytes: limitBytes ?? LARGEST_ANSWER_BYTES });
    }
    catch (error) {
        signal?.throwIfAborted();
        if (error instanceof _protocol_index_js__WEBPACK_IMPORTED_MODULE_3__/* .GobblerError */ .CE)
            throw error;
        if (neverConnected(error))
            throw unreachable(url, error);
        throw new _protocol_index_js__WEBPACK_IMPORTED_MODULE_3__/* .GobblerError */ .CE('connection-lost', `the connection to ${url} ended before the service answered: ${describe(error)}`, { hint: 'The service may have restarted, or a proxy gave up waiting. See its log.', cause: error });
    }
}
async function exchange(url, method, { signal, limitBytes }) {
    const response = await open(url, method, signal);
    const text = await readText(response.body, limitBytes, url);
    const { date } = response.headers;
    return { status: response.statusCode, date: typeof date === 'string' ? date : undefined, text };
}
async function open(url, method, signal) {
    const { [method]: dispatcher } = await connectionsOf();
    const { origin, pathname, search } = new URL(url);
    const isPost = method === 'POST';
    // Each request listens to it while it lasts, and there may be many at a time.
    if (signal !== undefined)
        (0,node_events__WEBPACK_IMPORTED_MODULE_0__.setMaxListeners)(0, signal);
    return dispatcher.request({
        origin,
        path: pathname + search,
        method,
        ...(signal && { signal }),
        headers: isPost ? { 'content-length': '0' } : {},
        headersTimeout: isPost ? 0 : SILENCE_MS,
        bodyTimeout: SILENCE_MS,
    });
}
async function readText(body, limitBytes, url) {
    const decoder = new node_string_decoder__WEBPACK_IMPORTED_MODULE_1__.StringDecoder('utf8');
    let text = '';
    let length = 0;
    let structures = 0;
    for await (const chunk of body) {
        const bytes = chunk;
        length += bytes.length;
        structures += countOf(bytes, OPENING_BRACE) + countOf(bytes, OPENING_BRACKET);
        if (length > limitBytes || structures > MOST_STRUCTURES) {
            body.destroy();
            const found = length > limitBytes
                ? `is longer than ${limitBytes} bytes`
                : `holds more than ${MOST_STRUCTURES} lists and objects`;
            throw new _protocol_index_js__WEBPACK_IMPORTED_MODULE_3__/* .GobblerError */ .CE('service-misconfigured', `the answer of ${url} ${found}`, {
                hint: 'Check that url leads to a Gobbler.',
            });
        }
        text += decoder.write(bytes);
    }
    return text + decoder.end();
}
const OPENING_BRACE = 0x7b;
const OPENING_BRACKET = 0x5b;
function countOf(bytes, byte) {
    let count = 0;
    for (let at = bytes.indexOf(byte); at >= 0; at = bytes.indexOf(byte, at + 1))
        count++;
    return count;
}
/** Waits, with up to a quarter of jitter so that many clients do not return at once; ends early when aborted. */
async function pause(durationMs, signal) {
    try {
        await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_2__.setTimeout)(durationMs * (1 + Math.random() / 4), undefined, { ...(signal && { signal }) });
    }
    catch (error) {
        signal?.throwIfAborted();
        throw error;
    }
}
const CONNECT_FAILURES = new Set([
    'ECONNREFUSED',
    'ENOTFOUND',
    'EAI_AGAIN',
    'EHOSTUNREACH',
    'ENETUNREACH',
    'UND_ERR_CONNECT_TIMEOUT',
]);
/** What the certificate of a server may lack. */
const UNTRUSTED = new Set([
    'CERT_UNTRUSTED',
    'DEPTH_ZERO_SELF_SIGNED_CERT',
    'SELF_SIGNED_CERT_IN_CHAIN',
    'UNABLE_TO_GET_ISSUER_CERT',
    'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
    'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
]);
/** A failure that will not pass, and what to do about it; undefined for all others. */
function lasting(error) {
    const code = (0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_3__/* .errnoOf */ .UQ)(error) ?? '';
    if (UNTRUSTED.has(code)) {
        return {
            found: `its certificate comes from an authority that this machine does not know (${code})`,
            hint: 'Set NODE_EXTRA_CA_CERTS to a file with the certificate of that authority, for the process that runs this.',
        };
    }
    if (code.startsWith('CERT_') || code.startsWith('ERR_TLS_CERT_')) {
        const hint = 'Check the host name in url, the clock of this machine, and the certificate of the service.';
        return { found: `its certificate is not valid for it (${code})`, hint };
    }
    if (code.startsWith('ERR_SSL_') || code === 'EPROTO') {
        return {
            found: 'it does not answer in TLS',
            hint: 'If the service has no TLS, write http:// in url; otherwise check the port.',
        };
    }
    if (code.startsWith('HPE_')) {
        return {
            found: 'it does not answer in HTTP',
            hint: 'Check the port in url, and whether it needs https://.',
        };
    }
    return undefined;
}
const isLasting = (error) => lasting(error) !== undefined;
function neverConnected(error) {
    return CONNECT_FAILURES.has((0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_3__/* .errnoOf */ .UQ)(error) ?? '') || isLasting(error);
}
function unreachable(url, error) {
    const { found, hint } = lasting(error) ?? {
        found: describe(error),
        hint: 'Check url, that the service runs, and that this machine may connect to it.',
    };
    return new _protocol_index_js__WEBPACK_IMPORTED_MODULE_3__/* .GobblerError */ .CE('service-unreachable', `no Gobbler answers at ${url}: ${found}`, {
        input: 'url',
        hint,
        cause: error,
    });
}
/** Connecting to several addresses at once fails with an error without a message of its own. */
function describe(error) {
    if (error instanceof AggregateError && error.errors.length > 0)
        return (0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_3__/* .messageOf */ .bD)(error.errors[0]);
    return (0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_3__/* .messageOf */ .bD)(error) || (0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_3__/* .errnoOf */ .UQ)(error) || 'unknown network error';
}


/***/ })

};
;