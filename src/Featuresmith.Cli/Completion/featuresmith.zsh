#compdef featuresmith
# Completion of featuresmith for zsh. In ~/.zshrc, behind compinit:  source <(featuresmith completion zsh)
_featuresmith() {
  local line="featuresmith ${(j: :)words[2,CURRENT]}"
  local -a found
  found=("${(@f)$(${words[1]} "[suggest:${#line}]" "$line" 2>/dev/null)}")
  found=(${found:#})
  # Where nothing is found, files are.
  if (( $#found )); then compadd -a found; else _files; fi
}
if (( $+functions[compdef] )); then compdef _featuresmith featuresmith; fi
