"use strict";
exports.id = 201;
exports.ids = [201];
exports.modules = {

/***/ 8827:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   bc: () => (/* binding */ spoofableInputs),
/* harmony export */   jU: () => (/* binding */ requestInputs),
/* harmony export */   r7: () => (/* binding */ serviceInputs)
/* harmony export */ });
/* harmony import */ var _client_service_url_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4572);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8441);


/** Where the service is, for every action that talks to one. */
const serviceInputs = {
    // Read before anything is said about it: what looks like a password in it is refused, and never logged.
    url: { ...(0,_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .requiredText */ .$4)({ variable: 'GOBBLER_URL' }), parse: _client_service_url_js__WEBPACK_IMPORTED_MODULE_0__/* .normaliseUrl */ .C },
    staging: (0,_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .optionalPath */ .s2)(),
    registry: (0,_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .optionalPath */ .s2)(),
};
/** What every action that asks the service to change something takes besides. */
const requestInputs = {
    'timeout-minutes': (0,_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .minutes */ .Gx)(0),
    'lock-wait-minutes': (0,_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .minutes */ .Gx)(30),
    'show-summary': (0,_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .flag */ .Jt)(true),
};
/** As {@link requestInputs}, for requests that can be made for somebody else. */
const spoofableInputs = { spoof: (0,_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(), ...requestInputs };


/***/ }),

/***/ 2747:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ uploadInputs),
/* harmony export */   g: () => (/* binding */ uploadOutputs)
/* harmony export */ });
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8441);
/* harmony import */ var _service_inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8827);


const uploadInputs = {
    project: (0,_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .requiredText */ .$4)(),
    asset: (0,_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .requiredText */ .$4)(),
    version: (0,_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .requiredText */ .$4)(),
    directory: (0,_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .directoryPath */ .dh)(),
    ..._service_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .serviceInputs */ .r7,
    spoof: (0,_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(),
    files: (0,_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .lines */ .Mn)('**'),
    'include-hidden-files': (0,_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .flag */ .Jt)(false),
    'if-no-files-found': (0,_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .choice */ .Yq)(['error', 'warn', 'ignore'], 'error'),
    symlinks: (0,_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .choice */ .Yq)(['preserve', 'dereference', 'error'], 'preserve'),
    probation: (0,_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .flag */ .Jt)(false),
    'if-probational': (0,_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .choice */ .Yq)(['warn', 'error', 'ignore'], 'warn'),
    'if-exists': (0,_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .choice */ .Yq)(['verify', 'skip', 'error'], 'verify'),
    deduplicate: (0,_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .choice */ .Yq)(['latest', 'all', 'off'], 'latest'),
    consume: (0,_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .flag */ .Jt)(false),
    verify: (0,_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .choice */ .Yq)(['checksum', 'all', 'size', 'off'], 'checksum'),
    'hash-cache': (0,_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .flag */ .Jt)(true),
    concurrency: (0,_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .integerOrAuto */ .NJ)({ from: 1, to: 1024 }),
    'checksums-file': (0,_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .optionalPath */ .s2)(),
    'dry-run': (0,_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .flag */ .Jt)(false),
    'timeout-minutes': (0,_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .minutes */ .Gx)(0),
    'lock-wait-minutes': (0,_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .minutes */ .Gx)(30),
    'show-summary': (0,_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .flag */ .Jt)(true),
};
const uploadOutputs = [
    'version-path',
    'manifest',
    'manifest-path',
    'manifest-truncated',
    'manifest-digest',
    'status',
    'created',
    'probational',
    'files-count',
    'size-bytes',
    'copied-bytes',
    'linked-bytes',
    'previous-version',
    'files-added',
    'files-changed',
    'files-removed',
    'diff-path',
    'version-url',
];


/***/ }),

/***/ 5201:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   upload: () => (/* binding */ upload)
/* harmony export */ });
/* harmony import */ var _protocol_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2377);
/* harmony import */ var _protocol_names_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9748);
/* harmony import */ var _upload_inputs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2747);
/* harmony import */ var _verb_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5354);




/** The root action: publishes a directory as a new version. What it does is loaded when the inputs are right. */
const upload = (0,_verb_js__WEBPACK_IMPORTED_MODULE_3__/* .defineVerb */ .P)({
    name: 'upload',
    inputs: _upload_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .uploadInputs */ .f,
    outputs: _upload_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .uploadOutputs */ .g,
    failed: (given, error) => error instanceof _protocol_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GobblerError */ .CE && error.code === 'connection-lost'
        ? `it is not known whether ${(0,_protocol_names_js__WEBPACK_IMPORTED_MODULE_1__/* .formatRef */ .rq)(given)} was published`
        : `${(0,_protocol_names_js__WEBPACK_IMPORTED_MODULE_1__/* .formatRef */ .rq)(given)} was not published`,
    unanswered: { created: false },
    run: async (context) => (await Promise.all(/* import() */[__webpack_require__.e(569), __webpack_require__.e(103), __webpack_require__.e(687), __webpack_require__.e(961)]).then(__webpack_require__.bind(__webpack_require__, 961))).runUpload(context),
    post: async () => (await Promise.all(/* import() */[__webpack_require__.e(569), __webpack_require__.e(103), __webpack_require__.e(687), __webpack_require__.e(961)]).then(__webpack_require__.bind(__webpack_require__, 961))).sweepAfterUpload(),
});


/***/ })

};
;