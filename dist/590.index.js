"use strict";
exports.id = 590;
exports.ids = [590];
exports.modules = {

/***/ 1590:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Pattern: () => (/* binding */ Pattern)
/* harmony export */ });
/* harmony import */ var _node_modules_actions_glob_lib_internal_pattern_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(115);
/**
 * The patterns of `@actions/glob`, without its walk of the disk. The package exports only the walk, so the class is
 * imported by file; the version is pinned, and `glob-pattern.test.ts` fails if the class changes. The library embeds what
 * is imported here (`scripts/build-library.mjs`), so that it depends on neither the file nor the package.
 */

const Pattern = _node_modules_actions_glob_lib_internal_pattern_js__WEBPACK_IMPORTED_MODULE_0__/* .Pattern */ .z;


/***/ })

};
;