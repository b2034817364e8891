/** Shells that completion is for. */
export const SHELLS = ['bash', 'zsh', 'fish'] as const;

export type Shell = (typeof SHELLS)[number];

/** The command that scripts of completion call: with the shell, and the words from the command to the cursor. */
export const CANDIDATES = '__complete';

/*
 * Each script hands the words up to the cursor to `gobbler __complete SHELL`, which prints a candidate a line: a word, a
 * tab, and its description; or the line `:files` or `:directories`, if the shell itself knows better. A word that ends
 * with a slash goes on. The scripts call the program that is being completed, wherever it is.
 */

const BASH = `# gobbler completion for bash
_gobbler() {
  local line current="\${COMP_WORDS[COMP_CWORD]}"
  COMPREPLY=()
  while IFS= read -r line; do
    case $line in
      :directories)
        compopt -o filenames 2>/dev/null
        while IFS= read -r line; do COMPREPLY+=("$line"); done < <(compgen -d -- "$current")
        return ;;
      :files)
        compopt -o filenames 2>/dev/null
        while IFS= read -r line; do COMPREPLY+=("$line"); done < <(compgen -f -- "$current")
        return ;;
      *) COMPREPLY+=("$(printf %q "\${line%%$'\\t'*}")") ;;
    esac
  done < <("\${COMP_WORDS[0]}" ${CANDIDATES} bash "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
  [[ \${COMPREPLY[0]} == */ ]] && compopt -o nospace 2>/dev/null
}
complete -F _gobbler gobbler
`;

const ZSH = `#compdef gobbler
# gobbler completion for zsh
_gobbler() {
  local line word
  local -a finished open finished_about open_about
  for line in "\${(@f)$("\${(Q)words[1]}" ${CANDIDATES} zsh "\${(@Q)words[2,CURRENT]}" 2>/dev/null)}"; do
    word="\${line%%$'\\t'*}"
    case $line in
      '') ;;
      :directories) _path_files -/; return ;;
      :files) _files; return ;;
      */$'\\t'*|*/) open+=("$word"); open_about+=("\${line/$'\\t'/  -- }") ;;
      *) finished+=("$word"); finished_about+=("\${line/$'\\t'/  -- }") ;;
    esac
  done
  (( $#finished )) && compadd -l -d finished_about -a finished
  (( $#open )) && compadd -S '' -d open_about -a open
}
if [[ $funcstack[1] = _gobbler ]]; then _gobbler "$@"; else compdef _gobbler gobbler; fi
`;

const FISH = `# gobbler completion for fish
function __gobbler_complete
  set -l words (commandline -opc)
  set -l program $words[1]
  set -e words[1]
  set -l current (commandline -ct)
  for line in ($program ${CANDIDATES} fish $words "$current" 2>/dev/null)
    switch $line
      case :directories
        __fish_complete_directories "$current"
      case :files
        __fish_complete_path "$current"
      case '*'
        echo $line
    end
  end
end
complete -c gobbler -f -a '(__gobbler_complete)'
`;

const SCRIPTS: Readonly<Record<Shell, string>> = { bash: BASH, zsh: ZSH, fish: FISH };

/** The script that makes a shell complete the command line `gobbler`. */
export function completionScript(shell: Shell): string {
  return SCRIPTS[shell];
}
