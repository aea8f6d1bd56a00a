# Completes the command line of portkeep in bash, 3.2 and later.
#
# At each TAB portkeep is given the line up to the cursor, on standard input, and says what fits: "words", "files" or
# "folders", then a line for each word, with a tab and a description, or for each ending of a file that comes first.
# Nothing of the line is run or expanded here, and what goes wrong is not told.

_portkeep() {
  local answer kind value rest list=()
  COMPREPLY=()
  # What follows a redirection is a file, which bash finds itself.
  [[ $3 == *[\<\>] ]] && return
  answer=$(printf '%s' "${COMP_LINE:0:COMP_POINT}" | command portkeep completion bash --locale en --answer 2>/dev/null)
  {
    read -r kind
    while IFS=$'\t' read -r value rest; do list+=("$value"); done
  } <<<"$answer"

  case $kind in
    files) _portkeep_paths "$2" "${list[@]}" ;;
    folders)
      compopt -o filenames 2>/dev/null || return
      while IFS= read -r value; do COMPREPLY+=("$value"); done < <(compgen -d -- "$2")
      ;;
    *)
      # bash has taken what is before an equals sign for another word.
      [[ $COMP_WORDBREAKS == *=* ]] && list=("${list[@]#--*=}")
      COMPREPLY=("${list[@]}")
      # Older versions than 4 offer files where nothing fits.
      compopt +o default 2>/dev/null
      ;;
  esac
}

complete -o default -F _portkeep portkeep
