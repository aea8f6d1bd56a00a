#compdef portkeep
# Completes the command line of portkeep in zsh.
#
# At each TAB portkeep gets the words up to the cursor on its standard input, one a line, and says what fits: "words",
# "files" or "folders", and then a line for each word, with a tab and a description, or for each ending of files to
# prefer. Nothing of the line is run or expanded, and what goes wrong is not told.

_portkeep() {
  local kind
  local -a typed answer
  typed=("${(@Q)words[1,CURRENT-1]}" "${(Q)PREFIX}")
  answer=("${(@f)$(print -rl -- "${(@)typed//$'\n'/ }" | command portkeep completion zsh --locale en --answer 2>/dev/null)}")
  kind=$answer[1]
  answer=("${(@)answer[2,-1]}")
  if [[ $kind == words ]]; then
    # What a tab divides here, a colon divides for _describe.
    answer=("${(@)${(@)answer//:/\\:}/$'\t'/:}")
    _describe -V portkeep answer
    return
  fi
  # To look into a folder whose name is a command's output, zsh would run the command.
  [[ $PREFIX == *('$('|'`')* ]] && return 1
  compset -P '--*='
  case $kind in
    files) _files -g "*.(${(j:|:)answer:-*})" ;;
    folders) _path_files -/ ;;
  esac
}

if [[ $funcstack[1] == _portkeep ]]; then
  # This is the file of a function that zsh has just loaded.
  _portkeep "$@"
else
  (( $+functions[compdef] )) || { autoload -Uz compinit && compinit -i }
  compdef _portkeep portkeep
fi
