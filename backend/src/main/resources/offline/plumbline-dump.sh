#!/bin/sh
# Writes what Plumbline judges of a cluster into one archive, with kubectl alone.
#
#   sh plumbline-dump.sh [kubectl options, such as --context prod]
#
# It only lists: nothing in the cluster is changed. Secrets are never asked for. The archive holds
# pod specifications with the plain values of environment variables; Plumbline drops these when it
# reads the archive, so keep the archive as safe as your manifests and delete it after the upload.
set -u
umask 077
LC_ALL=C
export LC_ALL

# Left as it is, every kind that can be listed is written.
judged='@JUDGED@'

fail() {
  echo "plumbline-dump: $*" >&2
  exit 1
}

one_line() {
  tr '\r\n\t' '   ' | sed 's/  */ /g; s/ $//'
}

wanted() {
  case "$judged" in
    @*) return 0 ;;
  esac
  case " $judged " in
    *" $1 "*) return 0 ;;
  esac
  return 1
}

command -v kubectl >/dev/null 2>&1 || fail "kubectl is not on the PATH"
command -v tar >/dev/null 2>&1 || fail "tar is not on the PATH"
command -v gzip >/dev/null 2>&1 || fail "gzip is not on the PATH"

folder="plumbline-dump-$(date -u +%Y%m%dT%H%M%SZ)"
mkdir "$folder" || fail "cannot make the folder $folder here"
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
error="$folder/.error"
: >"$folder/denied.txt"

kubectl "$@" version -o json --request-timeout=60s >"$folder/version.json" 2>"$error" </dev/null ||
  echo "The server's version could not be read: $(one_line <"$error")" >&2

kubectl "$@" api-resources --verbs=list -o name --cached=false --request-timeout=60s \
  >"$folder/.resources" 2>"$error" </dev/null ||
  echo "discovery: $(one_line <"$error")" >>"$folder/denied.txt"
grep -v -x -e events -e events.events.k8s.io "$folder/.resources" | sort -u >"$folder/resources.txt"
[ -s "$folder/resources.txt" ] || fail "the cluster lists no kinds: $(one_line <"$error")"

while read -r resource; do
  if [ "$resource" = secrets ]; then
    echo "secrets: not read: this script never asks for secrets" >>"$folder/denied.txt"
    continue
  fi
  wanted "$resource" || continue
  if kubectl "$@" get "$resource" --all-namespaces -o json --request-timeout=120s \
    >"$folder/$resource.json" 2>"$error" </dev/null; then
    printf '.' >&2
  else
    rm -f "$folder/$resource.json"
    echo "$resource: $(one_line <"$error")" >>"$folder/denied.txt"
    printf 'x' >&2
  fi
done <"$folder/resources.txt"

rm -f "$error" "$folder/.resources"
tar -cf - "$folder" | gzip -9 >"$folder.tar.gz" || fail "cannot write $folder.tar.gz"
echo >&2
[ -s "$folder/denied.txt" ] && sed 's/^/Not read: /' "$folder/denied.txt" >&2
echo "Upload this file: $folder.tar.gz"
