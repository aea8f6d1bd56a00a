# Completes the command line of portkeep in fish.
#
# At each TAB portkeep gets the words up to the cursor on its standard input, one a line, and says what fits: "words",
# "files" or "folders", and then a line for each word, with a tab and a description, or for each ending of files to
# prefer. Nothing of the line is run or expanded, and what goes wrong is not told.

function __portkeep_complete
    command -sq portkeep; or return
    set -l token (commandline -ct)
    set -l word (string unescape -- $token; or string trim -lc '"\'' -- $token)
    set -l words (commandline -opc | string replace -a \n ' ') "$word"
    set -l answer (printf '%s\n' $words | command portkeep completion fish --locale en --answer 2>/dev/null)
    set -l kind $answer[1]
    set -e answer[1]
    switch "$kind"
        case words
            printf '%s\n' $answer
        case files
            set -l paths (complete -C "'' -- $token")
            set -l endings (string join '|' $answer)
            string match -r -- ".*\.(?:$endings)\$" $paths
            printf '%s\n' $paths
        case folders
            complete -C "'' -- $token" | string match '*/'
    end
end

complete -c portkeep -f -k -a '(__portkeep_complete)'
