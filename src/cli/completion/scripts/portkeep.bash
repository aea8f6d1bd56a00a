# Completes the command line of portkeep in bash, 3.2 and later.
#
# At each TAB portkeep gets the line up to the cursor on its standard input, and says what fits: "words", "files" or
# "folders", and then a line for each word, with a tab and a description, or for each ending of files to prefer.
# Nothing of the line is run or expanded, and what goes wrong is not told.

_portkeep() {
  local answer kind value rest
  COMPREPLY=()
  # Behind a redirection stands a file, which bash finds by itself.
  [[ $3 == *[\<\>] ]] && return
  answer=$(printf '%s' "${COMP_LINE:0:COMP_POINT}" | command portkeep completion bash --locale en --answer 2>/dev/null)
  {
    IFS= read -r kind
    while IFS=$'\t' read -r value rest; do
      if [[ $kind == files ]]; then
        _portkeep_paths -f -X "!*.$value" -- "$2"
      else
        # bash takes what stands before an equals sign for another word.
        [[ $COMP_WORDBREAKS == *=* ]] && value=${value#--*=}
        # bash puts nothing before a blank that would end the word.
        [[ ${COMP_WORDS[COMP_CWORD]} == [\"\']* ]] || value=${value// /\\ }
        COMPREPLY+=("$value")
      fi
    done
  } <<<"$answer"
  # Where nothing is found bash offers any file, but only where one is wanted. Versions before 4 always do.
  [[ $kind == words || $kind == folders ]] && compopt +o default 2>/dev/null
  [[ $kind == folders || ($kind == files && ${#COMPREPLY[@]} -gt 0) ]] && _portkeep_paths -d -- "$2"
  return 0
}

# Adds the paths that compgen finds. It takes the quotes off the word, and bash puts them around the paths.
_portkeep_paths() {
  local path
  compopt -o filenames 2>/dev/null || return
  while IFS= read -r path; do [[ -n $path ]] && COMPREPLY+=("$path"); done <<<"$(compgen "$@")"
}

complete -o default -F _portkeep portkeep
