# The code blocks of NOTES.md, for the tests that run them.
notes=.devcontainer/docker-outside-of-docker/NOTES.md

# write_blocks KIND FOLDER: writes every block whose fence says KIND, and no more, to FOLDER/1, FOLDER/2 …
write_blocks() {
  mkdir -p "$2"
  awk -v kind="$1" -v folder="$2" '
    /^```/ && !inside { inside = 1; wanted = substr($0, 4) == kind; if (wanted) file = folder "/" ++count; next }
    /^```/ { inside = 0; wanted = 0; next }
    wanted { print >file }
  ' "$notes"
}

# write_file NAME: writes the block whose fence names the file, behind its language, to the present folder.
write_file() {
  awk -v name="$1" '
    /^```/ && !inside { inside = 1; wanted = $2 == name; next }
    /^```/ { inside = 0; wanted = 0; next }
    wanted { print >name }
  ' "$notes"
}
