# Completion of featuresmith for fish:  featuresmith completion fish >~/.config/fish/completions/featuresmith.fish
function __featuresmith_complete
    set -l line (commandline --cut-at-cursor --current-process)
    featuresmith "[suggest:"(string length -- "$line")"]" "$line" 2>/dev/null
end
complete --command featuresmith --arguments '(__featuresmith_complete)'
