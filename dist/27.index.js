"use strict";
exports.id = 27;
exports.ids = [27];
exports.modules = {

/***/ 1483:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bar: () => (/* binding */ Bar)
/* harmony export */ });
/* harmony import */ var cli_progress__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8502);
/* harmony import */ var cli_progress__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(cli_progress__WEBPACK_IMPORTED_MODULE_0__);

const FORMAT = '{doing} [{bar}] {percentage}% | {detail}';
/** A bar at the bottom of a terminal, above which lines can be written. */
class Bar {
    #bar;
    #latest;
    /** Shows how far the work has come; undefined when it is over. */
    show(progress) {
        this.#latest = progress;
        if (progress === undefined) {
            this.#hide();
            return;
        }
        const { doing, done, total, detail } = progress;
        if (this.#bar === undefined) {
            this.#bar = new cli_progress__WEBPACK_IMPORTED_MODULE_0__.SingleBar({
                format: FORMAT,
                stream: process.stderr,
                clearOnComplete: true,
                gracefulExit: false,
                hideCursor: null,
            });
            this.#bar.start(total, done, { doing, detail });
        }
        else {
            this.#bar.setTotal(total);
            this.#bar.update(done, { doing, detail });
        }
    }
    /** Writes a line above the bar. */
    above(write) {
        const latest = this.#latest;
        this.#hide();
        write();
        this.show(latest);
    }
    #hide() {
        this.#bar?.stop();
        this.#bar = undefined;
    }
}


/***/ }),

/***/ 5519:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runCommandLine: () => (/* binding */ runCommandLine)
});

// EXTERNAL MODULE: ./node_modules/commander/esm.mjs
var esm = __webpack_require__(8179);
// EXTERNAL MODULE: ./build/commands/kit/escape.js
var kit_escape = __webpack_require__(6366);
// EXTERNAL MODULE: ./build/commands/kit/runtime.js
var runtime = __webpack_require__(2405);
// EXTERNAL MODULE: ./build/protocol/errors.js
var errors = __webpack_require__(2377);
;// CONCATENATED MODULE: ./build/cli/advice.js
/**
 * Advice that speaks of inputs, as `Set probation: true` or `exclude it with files`, for those who write options:
 * `Set --probation`, `exclude it with --files`. Only where the words before it say that an input is meant: advice may
 * quote a path, or what the service says. `spell` writes an input, or a setting of it, as an option.
 */
function adviceForShell(advice, spell) {
    return advice.replaceAll(/(?<=\b(?:set|leave|with|or) )([a-z]+(?:-[a-z]+)*)(?:: ([a-z]+)\b|(?=[ .,;]))/gi, (written, input, value) => spell(input, value) ?? written);
}

;// CONCATENATED MODULE: ./build/cli/answer.js



/** Outputs that are JSON themselves. */
const JSON_OUTPUTS = new Set(['manifest', 'before', 'after', 'permissions']);
/** What programs read: one object in one line. `outputs` are those of the action of that name, in camelCase. */
function answerJson({ command, outputs, failure, exitCode, spell }) {
    const members = [...outputs].map(([name, value]) => [camelCase(name), memberOf(name, value)]);
    return `${JSON.stringify({
        command,
        exitCode,
        outputs: Object.fromEntries(members),
        error: failure === undefined ? null : errorMember(failure, spell),
    })}\n`;
}
/** What people and shells read: the lines that answer the question, and nothing else. */
function answerText({ answer }, { outputs, failure }) {
    if (failure !== undefined)
        return '';
    return answer(outputs)
        .map((text) => `${(0,kit_escape/* harmlessText */.fT)(text)}\n`)
        .join('');
}
function camelCase(name) {
    return name.replaceAll(/-(\w)/g, (_, letter) => letter.toUpperCase());
}
/** An output that has no value is null. */
function memberOf(name, value) {
    if (value === '')
        return null;
    return JSON_OUTPUTS.has(name) && typeof value === 'string' ? JSON.parse(value) : value;
}
function errorMember(failure, spell) {
    if (!(failure instanceof errors/* GobblerError */.CE))
        return { code: null, message: (0,errors/* messageOf */.bD)(failure) };
    const { code, message, hint, input = null, findings } = failure;
    return { code, message, hint: hint === undefined ? null : adviceForShell(hint, spell), input, findings };
}

;// CONCATENATED MODULE: ./build/cli/commands.js
const VERSION = {
    usage: '<version>',
    about: 'PROJECT/ASSET/VERSION',
    inputs: ['project', 'asset', 'version'],
    atLeast: 3,
};
const DIRECTORY = {
    usage: '<directory>',
    about: 'the directory to publish',
    inputs: ['directory'],
    atLeast: 1,
};
/** The value of one output as the only line. */
const only = (name) => (outputs) => {
    const value = outputs.get(name);
    return value === undefined || value === '' ? [] : [String(value)];
};
/** The path of a version, or its address where this machine does not see it. A version that is only planned is nowhere yet. */
const whereItIs = (outputs) => {
    if (outputs.get('status') === 'planned')
        return [];
    const path = only('version-path')(outputs);
    return path.length > 0 ? path : only('version-url')(outputs);
};
const listOf = (outputs, name) => {
    const value = outputs.get(name);
    return Array.isArray(value) ? value : [];
};
/** A command that is one verb. */
const of = (load) => ({
    verb: load,
    verbs: async () => [await load()],
});
/** Everything that `gobbler` can do, but `serve`. */
const COMMANDS = {
    upload: {
        about: 'Publish a directory as a new version, and print where it is',
        arguments: [DIRECTORY, VERSION],
        ...of(async () => (await Promise.all(/* import() | upload */[__webpack_require__.e(115), __webpack_require__.e(699), __webpack_require__.e(410), __webpack_require__.e(188)]).then(__webpack_require__.bind(__webpack_require__, 6493))).upload),
        describedBy: '.',
        options: { 'hash-cache': 'Do not remember checksums of unchanged files between runs on this machine' },
        examples: [
            'gobbler upload results demo/assay/1.0',
            "gobbler upload results demo/assay/1.1 --files '**/*.csv' --files '!tmp/**'",
            'gobbler upload results demo/assay/1.1 --dry-run',
        ],
        answer: whereItIs,
    },
    stage: {
        about: 'Allocate an area for a version, or add the files of one leg to it, and print its name',
        arguments: [
            { ...VERSION, usage: '[version]', about: 'PROJECT/ASSET/VERSION; may be left out with --area' },
        ],
        ...of(async () => (await Promise.all(/* import() | commands */[__webpack_require__.e(329), __webpack_require__.e(699), __webpack_require__.e(410), __webpack_require__.e(217)]).then(__webpack_require__.bind(__webpack_require__, 5417))).stage),
        describedBy: 'stage',
        options: {
            area: 'The area to add to, as `gobbler stage` prints it. Left out, one is allocated for the version',
        },
        examples: [
            'area=$(gobbler stage demo/assay/1.0)',
            'gobbler stage --area "$area" --leg linux --directory results --path linux',
        ],
        answer: only('area'),
    },
    submit: {
        about: 'Publish what all legs of an area have staged, as one version, and print where it is',
        arguments: [
            { usage: '<area>', about: 'its name, as gobbler stage prints it', inputs: ['area'], atLeast: 1 },
        ],
        ...of(async () => (await Promise.all(/* import() | commands */[__webpack_require__.e(329), __webpack_require__.e(699), __webpack_require__.e(410), __webpack_require__.e(217)]).then(__webpack_require__.bind(__webpack_require__, 70))).submit),
        describedBy: 'submit',
        examples: ['gobbler submit "$area" --legs linux --legs macos'],
        answer: whereItIs,
    },
    fetch: {
        about: 'Make a version available, and print where it is',
        arguments: [
            {
                usage: '<version>',
                about: 'PROJECT/ASSET[/VERSION]; the latest version if none is named',
                inputs: ['project', 'asset', 'version'],
                atLeast: 2,
            },
            {
                usage: '[destination]',
                about: 'where to put its files; if left out, they stay where they are',
                inputs: ['destination'],
                atLeast: 0,
            },
        ],
        ...of(async () => (await Promise.all(/* import() | commands */[__webpack_require__.e(329), __webpack_require__.e(699), __webpack_require__.e(410), __webpack_require__.e(217)]).then(__webpack_require__.bind(__webpack_require__, 3874))).fetch),
        describedBy: 'fetch',
        examples: ['gobbler fetch demo/assay data', 'ls "$(gobbler fetch demo/assay/1.0)"'],
        answer: only('path'),
    },
    await: {
        about: 'Wait until a version on probation is approved or rejected',
        arguments: [VERSION],
        ...of(async () => (await Promise.all(/* import() | commands */[__webpack_require__.e(329), __webpack_require__.e(699), __webpack_require__.e(410), __webpack_require__.e(217)]).then(__webpack_require__.bind(__webpack_require__, 7470)))
            .awaitApproval),
        describedBy: 'await-approval',
        options: {
            'fail-on-rejection': 'Do not call it a failure if the version is rejected, expires or is replaced; the exit code is 6 all the same',
        },
        examples: [
            'gobbler await demo/assay/1.1 --timeout-minutes 2h',
            'gobbler await demo/assay/1.1 --mode check',
        ],
        answer: only('status'),
    },
    approve: {
        about: 'Take a version off probation',
        arguments: [VERSION],
        ...of(async () => (await Promise.all(/* import() | commands */[__webpack_require__.e(329), __webpack_require__.e(699), __webpack_require__.e(410), __webpack_require__.e(217)]).then(__webpack_require__.bind(__webpack_require__, 7409))).approve),
        describedBy: 'approve',
        examples: ['gobbler approve demo/assay/1.1 --manifest-digest DIGEST'],
        answer: only('version-path'),
    },
    reject: {
        about: 'Remove a version that is on probation',
        arguments: [VERSION],
        ...of(async () => (await Promise.all(/* import() | commands */[__webpack_require__.e(329), __webpack_require__.e(699), __webpack_require__.e(410), __webpack_require__.e(217)]).then(__webpack_require__.bind(__webpack_require__, 7189))).reject),
        describedBy: 'reject',
        examples: ['gobbler reject demo/assay/1.1'],
        answer: () => [],
    },
    status: {
        about: 'Tell how a version stands; without one, whether the service answers',
        arguments: [{ ...VERSION, usage: '[version]' }],
        ...of(async () => (await Promise.all(/* import() | commands */[__webpack_require__.e(329), __webpack_require__.e(699), __webpack_require__.e(410), __webpack_require__.e(217)]).then(__webpack_require__.bind(__webpack_require__, 8299))).status),
        describedBy: 'fetch',
        examples: ['gobbler status', 'gobbler status demo/assay/1.1 --json'],
        answer: only('status'),
    },
    list: {
        about: 'List projects, the assets of a project, the versions of an asset, or the files of a version',
        arguments: [
            {
                usage: '[place]',
                about: 'PROJECT[/ASSET[/VERSION]]',
                inputs: ['project', 'asset', 'version'],
                atLeast: 0,
            },
        ],
        ...of(async () => (await Promise.all(/* import() | commands */[__webpack_require__.e(329), __webpack_require__.e(699), __webpack_require__.e(410), __webpack_require__.e(217)]).then(__webpack_require__.bind(__webpack_require__, 3513))).list),
        describedBy: 'fetch',
        options: { prefix: 'Only files whose path begins with this' },
        examples: ['gobbler list', 'gobbler list demo/assay', 'gobbler list demo/assay/1.0 --prefix raw/'],
        answer: (outputs) => listOf(outputs, 'names'),
    },
    diff: {
        about: 'Compare two versions: + added, ~ changed, - removed. Exits with 4 if they differ',
        arguments: [
            VERSION,
            {
                usage: '<other>',
                about: 'another version of the asset, or PROJECT/ASSET/VERSION',
                inputs: ['other'],
                atLeast: 1,
            },
        ],
        ...of(async () => (await Promise.all(/* import() | commands */[__webpack_require__.e(329), __webpack_require__.e(699), __webpack_require__.e(410), __webpack_require__.e(217)]).then(__webpack_require__.bind(__webpack_require__, 3290))).diff),
        describedBy: 'fetch',
        examples: ['gobbler diff demo/assay/1.0 1.1'],
        answer: (outputs) => [
            ...listOf(outputs, 'added').map((path) => `+ ${path}`),
            ...listOf(outputs, 'changed').map((path) => `~ ${path}`),
            ...listOf(outputs, 'removed').map((path) => `- ${path}`),
        ],
    },
    verify: {
        about: 'Hold a directory, or the files in the registry, against the manifest of a version',
        arguments: [
            VERSION,
            {
                usage: '[directory]',
                about: 'a directory that should hold the same; if left out, the files in the registry are read',
                inputs: ['directory'],
                atLeast: 0,
            },
        ],
        ...of(async () => (await Promise.all(/* import() | commands */[__webpack_require__.e(329), __webpack_require__.e(699), __webpack_require__.e(410), __webpack_require__.e(217)]).then(__webpack_require__.bind(__webpack_require__, 2568))).verify),
        describedBy: '.',
        options: {
            files: 'Patterns of what to compare in the directory, or of which files of the version to read, relative to it; `!` excludes',
            'include-hidden-files': 'Compare files and directories whose name starts with a dot, too',
            symlinks: 'What to take links in the directory for, `preserve` (links, as they were published), `dereference` (what they lead to) or `error` (refuse them)',
            'timeout-minutes': 'Overall limit, in minutes or like `90s` or `2h`. 0 is no limit',
        },
        examples: ['gobbler verify demo/assay/1.0', 'gobbler verify demo/assay/1.0 results'],
        answer: () => [],
    },
    permissions: {
        about: 'Show who may do what in a project or an asset; with --owners and the like, change it',
        arguments: [{ usage: '<place>', about: 'PROJECT[/ASSET]', inputs: ['project', 'asset'], atLeast: 1 }],
        verb: async (options) => {
            const changes = ['owners', 'uploaders', 'global-write'].some((name) => options.has(name));
            if (changes)
                return (await Promise.all(/* import() | commands */[__webpack_require__.e(329), __webpack_require__.e(699), __webpack_require__.e(410), __webpack_require__.e(217)]).then(__webpack_require__.bind(__webpack_require__, 2027)))
                    .setPermissions;
            return (await Promise.all(/* import() | commands */[__webpack_require__.e(329), __webpack_require__.e(699), __webpack_require__.e(410), __webpack_require__.e(217)]).then(__webpack_require__.bind(__webpack_require__, 9934)))
                .permissions;
        },
        verbs: async () => [
            (await Promise.all(/* import() | commands */[__webpack_require__.e(329), __webpack_require__.e(699), __webpack_require__.e(410), __webpack_require__.e(217)]).then(__webpack_require__.bind(__webpack_require__, 9934))).permissions,
            (await Promise.all(/* import() | commands */[__webpack_require__.e(329), __webpack_require__.e(699), __webpack_require__.e(410), __webpack_require__.e(217)]).then(__webpack_require__.bind(__webpack_require__, 2027)))
                .setPermissions,
        ],
        describedBy: 'set-permissions',
        options: {
            'prevent-lockout': 'Do not refuse a change after which the user who makes it could make no other',
        },
        examples: [
            'gobbler permissions demo',
            'gobbler permissions demo/assay --owners alicia --owners ben',
            `gobbler permissions demo --uploaders '[{"id": "carla", "trusted": true}]'`,
        ],
        answer: (outputs) => [...only('permissions')(outputs), ...only('after')(outputs)],
    },
    project: {
        about: 'Create a project, for administrators of the service',
        arguments: [{ usage: '<project>', about: 'its name', inputs: ['project'], atLeast: 1 }],
        ...of(async () => (await Promise.all(/* import() | commands */[__webpack_require__.e(329), __webpack_require__.e(699), __webpack_require__.e(410), __webpack_require__.e(217)]).then(__webpack_require__.bind(__webpack_require__, 4440)))
            .createProject),
        describedBy: 'create-project',
        examples: ['gobbler project demo --owners alicia'],
        answer: () => [],
    },
    remove: {
        about: 'Remove a project, an asset or a version for good, for administrators of the service',
        arguments: [
            {
                usage: '<place>',
                about: 'PROJECT[/ASSET[/VERSION]]',
                inputs: ['project', 'asset', 'version'],
                atLeast: 1,
            },
        ],
        ...of(async () => (await Promise.all(/* import() | commands */[__webpack_require__.e(329), __webpack_require__.e(699), __webpack_require__.e(410), __webpack_require__.e(217)]).then(__webpack_require__.bind(__webpack_require__, 2564))).remove),
        describedBy: 'reject',
        options: {
            yes: 'What is removed is gone for good, for everybody; has to be given',
            force: 'Go on where records are damaged, or an upload has crashed',
            reroute: 'Leave links of other versions into what is removed dangling, instead of rerouting them first',
        },
        examples: ['gobbler remove demo/assay/0.9 --yes'],
        answer: () => [],
    },
};

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
var external_node_path_default = /*#__PURE__*/__webpack_require__.n(external_node_path_);
// EXTERNAL MODULE: external "node:url"
var external_node_url_ = __webpack_require__(3136);
;// CONCATENATED MODULE: ./build/cli/descriptions.js



/** The package that this lies in: as a part of the bundle, or (in tests) among the sources. */
const HERE = external_node_path_default().dirname((0,external_node_url_.fileURLToPath)(require("url").pathToFileURL(__filename).href));
const ROOT = ['..', '../..']
    .map((up) => external_node_path_default().resolve(HERE, up))
    .find((folder) => (0,external_node_fs_.existsSync)(external_node_path_default().join(folder, 'package.json')));
/** What an action says of its inputs: the texts of its `action.yml`, so that nothing is described twice. */
async function descriptionsOf(action) {
    const { parse } = await Promise.all(/* import() | commands */[__webpack_require__.e(329), __webpack_require__.e(699), __webpack_require__.e(410), __webpack_require__.e(217)]).then(__webpack_require__.t.bind(__webpack_require__, 8815, 19));
    const file = (0,external_node_fs_.readFileSync)(external_node_path_default().join(ROOT, action, 'action.yml'), 'utf8');
    const { inputs } = parse(file, { logLevel: 'error' });
    const texts = Object.entries(inputs).map(([name, { description }]) => [name, inShell(description)]);
    return new Map(texts);
}
/** There are no jobs in a shell. */
function inShell(description) {
    return description
        .replaceAll('this runner', 'this machine')
        .replaceAll('relative to the workspace', 'relative to the current directory')
        .replaceAll('as an output `manifest-digest` gives it', 'as `gobbler status` tells it')
        .replaceAll('such as one made from the matrix', 'such as the number of a job in an array')
        .replaceAll('0 leaves it to the job', '0 is no limit')
        .replace('; less than the job may take, 360 minutes unless it says otherwise', '');
}
/** The version of the package. */
function packageVersion() {
    return JSON.parse((0,external_node_fs_.readFileSync)(external_node_path_default().join(ROOT, 'package.json'), 'utf8')).version;
}

;// CONCATENATED MODULE: ./build/cli/command-line.js



/** Columns of texts for a file or a pager, unless $COLUMNS says otherwise. */
const STANDARD_COLUMNS = 100;
const helpWidth = () => process.stdout.columns ?? (Number(process.env.COLUMNS) || STANDARD_COLUMNS);
/** Belongs to the page of a job, which a shell does not have. */
const NOT_HERE = new Set(['show-summary']);
const EXIT_CODES = `
Exit codes: 0 done, 1 a defect, 2 usage, or what was named is not there or unfit, 3 not authorised,
4 exists and differs, 5 pending or timed out, 6 rejected, 7 service or filesystem, 130 cancelled by Ctrl-C, 128 + N by signal N.
The service is at --url, or at $GOBBLER_URL.`;
/**
 * Reads a command line. Throws a `CommanderError` with exit code 0 for help, which has been printed then, and with
 * another one for what cannot be understood.
 */
async function readCommandLine(argv) {
    let asked;
    const program = new esm/* Command */.uB('gobbler')
        .description('Publish directories as versions in a Gobbler registry, and use them')
        .version(packageVersion())
        .exitOverride()
        // What follows a command belongs to it: --version too.
        .enablePositionalOptions()
        .configureOutput({ getOutHelpWidth: helpWidth, getErrHelpWidth: helpWidth })
        .showHelpAfterError('(see gobbler --help)')
        .addHelpText('after', EXIT_CODES);
    const described = argv.some((word) => word === '--help' || word === '-h' || word === 'help');
    for (const [name, command] of Object.entries(COMMANDS)) {
        const parser = program
            .command(name)
            .description(command.about)
            .showHelpAfterError(`(${usageOf(name, command)}; see gobbler ${name} --help)`)
            .addHelpText('after', `\nExamples:\n${command.examples.map((text) => `  $ ${text}`).join('\n')}`);
        for (const { usage, about } of command.arguments)
            parser.argument(usage, about, notEmpty);
        // The inputs of a verb are loaded with it: only for the command that is asked for.
        if (argv.includes(name))
            await addOptions(parser, command, described);
        parser
            .option('--json', 'print one JSON object instead')
            .option('-q, --quiet', 'tell only warnings and errors');
        parser.action((...args) => {
            const words = args.slice(0, command.arguments.length);
            const { json = false, quiet = false } = parser.opts();
            const given = new Map([...optionsOf(parser), ...argumentsOf(parser, command.arguments, words)]);
            const positional = new Set(command.arguments.flatMap(({ inputs }) => inputs));
            const spell = (input, value) => spelling(parser, input, value);
            asked = { name, command, given, positional, spell, json, quiet };
        });
    }
    program
        .command('serve')
        .description('Run the embedded Gobbler: gobbler serve -registry DIR -staging DIR [FLAGS]; see gobbler serve --help');
    await program.parseAsync(argv, { from: 'user' });
    if (asked === undefined)
        throw new Error('a command without its action');
    return asked;
}
async function addOptions(parser, command, described) {
    const texts = described ? await descriptionsOf(command.describedBy) : undefined;
    const positional = new Set(command.arguments.flatMap(({ inputs }) => inputs));
    const inputs = Object.assign({}, ...(await command.verbs()).map((verb) => verb.inputs));
    for (const [name, input] of Object.entries(inputs)) {
        if (positional.has(name) || NOT_HERE.has(name))
            continue;
        parser.addOption(optionFor(name, input, { own: command.options?.[name], shared: texts?.get(name) ?? '' }));
    }
}
/** As in `gobbler upload <directory> <version>`. */
function usageOf(name, command) {
    return ['gobbler', name, ...command.arguments.map(({ usage }) => usage)].join(' ');
}
/** An input as an option of the same name; what is on by default can be switched off. */
function optionFor(name, input, { own, shared }) {
    const { form } = input;
    const about = own ?? shared;
    if (form === 'flag' && input.default === 'true')
        return new esm/* Option */.c$(`--no-${name}`, own ?? `switch off: ${shared}`);
    if (form === 'flag' && input.default === 'false')
        return new esm/* Option */.c$(`--${name}`, about);
    const value = form === 'flag' ? '<true|false>' : form === 'lines' ? '<text>' : `<${metavar(name, form)}>`;
    const standard = input.default === '' ? '' : ` (default: ${input.default})`;
    const option = new esm/* Option */.c$(`--${name} ${value}`, `${about}${standard}`);
    if (form !== 'lines')
        return option.argParser(notEmpty);
    option.description += ' (may be repeated)';
    return option.argParser((text, before) => before === undefined ? notEmpty(text) : `${before}\n${notEmpty(text)}`);
}
/** An input or a setting as an option: `--files`, `--probation`, `--no-hash-cache` or `--symlinks dereference`. */
function spelling({ options }, input, value) {
    const option = options.find(({ long }) => long === `--${input}` || long === `--no-${input}`);
    if (option === undefined || value === undefined)
        return option?.long;
    if (option.required)
        return `${option.long} ${value}`;
    return value === String(!option.negate) ? option.long : undefined;
}
/** For verbs, what is empty is left out. In a shell it is a variable that is not set, by whose value much may depend. */
function notEmpty(text) {
    if (text.trim() === '')
        throw new esm/* InvalidArgumentError */.Di('It is empty: leave it out, or give it a value.');
    return text;
}
function metavar(name, form) {
    if (typeof form === 'object')
        return form.choices.join('|');
    return name.split('-').at(-1) ?? name;
}
/** The options that are given, as their readers want them. */
function optionsOf(parser) {
    return parser.options.flatMap((option) => {
        const attribute = option.attributeName();
        if (parser.getOptionValueSource(attribute) !== 'cli')
            return [];
        return [[option.name().replace(/^no-/, ''), String(parser.getOptionValue(attribute))]];
    });
}
function argumentsOf(parser, wanted, words) {
    return wanted.flatMap(({ usage, about, inputs, atLeast }, index) => {
        const word = words[index];
        if (word === undefined)
            return [];
        const [only] = inputs;
        if (inputs.length === 1 && only !== undefined)
            return [[only, word]];
        const parts = word.split('/');
        if (parts.length < atLeast || parts.length > inputs.length || parts.includes('')) {
            parser.error(`error: ${usage} should be ${about.replace(/;.*/, '')}, but is ${JSON.stringify(word)}`);
        }
        return parts.map((part, level) => [inputs[level] ?? '', part]);
    });
}

;// CONCATENATED MODULE: ./build/cli/exit-code.js

/** How the process ends, by meaning. */
const EXIT = {
    done: 0,
    /** A defect of ours. */
    defect: 1,
    /** Arguments that cannot be used: bad ones, or names of what does not exist. */
    usage: 2,
    notAuthorized: 3,
    /** There is something of that name already, or the content is not the one that was expected. */
    differs: 4,
    /** On probation, or not finished in time. */
    pending: 5,
    /** Rejected, expired, or replaced by another content. */
    rejected: 6,
    /** The service, or a filesystem. */
    world: 7,
    /** Stopped by Ctrl-C; 128 and its number for every other signal, as shells have it. */
    cancelled: 130,
};
const OF_CODE = {
    'invalid-input': EXIT.usage,
    'invalid-name': EXIT.usage,
    'invalid-source': EXIT.usage,
    'not-found': EXIT.usage,
    'not-authorized': EXIT.notAuthorized,
    'already-exists': EXIT.differs,
    'content-differs': EXIT.differs,
    'conflicting-change': EXIT.differs,
    'not-on-probation': EXIT.differs,
    'on-probation': EXIT.pending,
    'lock-timeout': EXIT.pending,
    'timed-out': EXIT.pending,
    'service-unreachable': EXIT.world,
    'service-misconfigured': EXIT.world,
    'staging-unavailable': EXIT.world,
    'registry-unavailable': EXIT.world,
    'destination-unavailable': EXIT.world,
    'request-refused': EXIT.world,
    'request-expired': EXIT.world,
    'connection-lost': EXIT.world,
    'service-failed': EXIT.world,
    'corrupt-record': EXIT.world,
    cancelled: EXIT.cancelled,
};
/** What a verb's output `status` means, whether it has failed or not. */
const OF_STATUS = new Map([
    ['pending', EXIT.pending],
    ['unfinished', EXIT.pending],
    ['timed-out', EXIT.pending],
    ['rejected-or-expired', EXIT.rejected],
    ['replaced', EXIT.rejected],
    ['differs', EXIT.differs],
    ['missing', EXIT.usage],
    ['unknown', EXIT.world],
]);
/**
 * The exit code for what a verb has thrown (undefined if nothing), for its output `status`, and for the signal that has
 * stopped it, if any: 128 and its number.
 */
function exitCodeOf(failure, status, ofSignal = EXIT.cancelled) {
    const told = OF_STATUS.get(status);
    if (failure === undefined)
        return told ?? EXIT.done;
    if (!(failure instanceof errors/* GobblerError */.CE))
        return EXIT.defect;
    if (failure.code === 'cancelled')
        return ofSignal;
    return told ?? OF_CODE[failure.code];
}

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
var external_node_os_default = /*#__PURE__*/__webpack_require__.n(external_node_os_);
// EXTERNAL MODULE: ./build/commands/kit/current-directory.js
var current_directory = __webpack_require__(8394);
// EXTERNAL MODULE: ./build/commands/kit/log.js
var log = __webpack_require__(3455);
;// CONCATENATED MODULE: ./build/cli/shell.js



/** A shell: inputs from the command line, everything that is told on standard error, answers kept for standard output. */
function shell({ asked, bar, outputs, stopSignals }) {
    const { name: command, given, positional, spell, quiet } = asked;
    const tell = (text) => {
        const write = () => void process.stderr.write(`${text}\n`);
        if (bar === undefined)
            write();
        else
            bar.above(write);
    };
    const line = quiet ? () => { } : tell;
    const optionOf = (input) => {
        const names = input.split(', ').map((name) => (positional.has(name) ? name : `--${name}`));
        return `(${names.join(', ')})`;
    };
    return {
        places: {
            get base() {
                return (0,current_directory/* currentDirectory */.n)();
            },
            temporary: external_node_os_default().tmpdir(),
            handover: undefined,
            cache: undefined,
        },
        stopSignals,
        given: (input) => given.get(input) ?? '',
        adviceOnInputs: `See gobbler ${command} --help.`,
        line,
        group: (title, lines) => {
            line(`${title}:`);
            for (const text of lines)
                line(`  ${text}`);
        },
        annotatesInLog: true,
        annotate: (severity, annotation) => {
            const hint = annotation.hint && adviceForShell(annotation.hint, spell);
            const [first = '', ...others] = (0,log/* annotationText */.xr)({ ...annotation, hint }, optionOf).split('\n');
            tell(`${severity}: ${first}`);
            for (const text of others)
                tell(`  ${text}`);
        },
        output: (name, value) => void outputs.set(name, value),
        keep: () => { },
        recall: () => '',
        summary: undefined,
        ...(bar && !quiet && { progress: (progress) => bar.show(progress) }),
    };
}

;// CONCATENATED MODULE: ./build/cli/main.js








/** The command line `gobbler`: what it is asked for, done; the answer on standard output, all else on standard error. */
async function runCommandLine(argv, stopSignals) {
    let asked;
    try {
        asked = await readCommandLine(argv);
    }
    catch (error) {
        if (!(error instanceof esm/* CommanderError */.b7))
            throw error;
        process.exitCode = error.exitCode === 0 ? EXIT.done : EXIT.usage;
        if (error.exitCode !== 0 && argv.includes('--json'))
            process.stdout.write(usageJson(argv, error));
        return;
    }
    await run(asked, stopSignals);
}
/** Whoever reads answers in JSON gets one for a command line that cannot be understood, too. */
function usageJson([command = ''], { message }) {
    const failure = new errors/* GobblerError */.CE('invalid-input', message.replace(/^error: /, ''), {
        hint: `See gobbler ${Object.hasOwn(COMMANDS, command) ? `${command} ` : ''}--help.`,
    });
    return answerJson({ command, outputs: new Map(), failure, exitCode: EXIT.usage, spell: () => undefined });
}
async function run(asked, stopSignals) {
    const { name, command, given, spell, json } = asked;
    const verb = await command.verb(new Set(given.keys()));
    const outputs = new Map();
    const bar = process.stderr.isTTY
        ? new (await Promise.all(/* import() | cli */[__webpack_require__.e(286), __webpack_require__.e(27)]).then(__webpack_require__.bind(__webpack_require__, 1483))).Bar()
        : undefined;
    const write = (0,kit_escape/* dropWorkflowCommands */.vC)();
    (0,runtime/* runUnder */.O)(shell({ asked, bar, outputs, stopSignals }));
    const failure = await verb.main();
    bar?.show(undefined);
    const exitCode = exitCodeOf(failure, outputs.get('status'), stopSignals.exitCode);
    const ending = { command: name, outputs, failure, exitCode, spell };
    write(json ? answerJson(ending) : answerText(command, ending));
    process.exitCode = exitCode;
}


/***/ })

};
;