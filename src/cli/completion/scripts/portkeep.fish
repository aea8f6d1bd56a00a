#compdef portkeep
