# Completion of featuresmith for bash. In ~/.bashrc:  source <(featuresmith completion bash)
_featuresmith() {
  local word=${COMP_WORDS[COMP_CWORD]} found
  # Under whatever name it was called, the program knows itself by this one.
  local line="featuresmith${COMP_LINE:${#COMP_WORDS[0]}:COMP_POINT-${#COMP_WORDS[0]}}"
  COMPREPLY=()
  while IFS= read -r found; do
    if [[ $found == "$word"* ]]; then COMPREPLY+=("$found"); fi
  done < <("${COMP_WORDS[0]}" "[suggest:${#line}]" "$line" 2>/dev/null)
}
# Where nothing is found, files are.
complete -o default -F _featuresmith featuresmith
