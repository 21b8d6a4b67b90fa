/**
 * The part of a bulk script that is the same for every provider: options, resuming, pace, log. Plain POSIX sh: a responder reads it
 * before running it. Its words come from variables that the head sets (SAY_…), `row` from the list that follows.
 */
export const POSIX_START = `
set -u
umask 077
(set -o pipefail) 2>/dev/null && set -o pipefail
step= run=no rate=5 limit=0 log= out= env= failures=5
usage() { printf '%s\\n' "$SAY_usage_line" >&2; exit 2; }
while [ $# -gt 0 ]; do
  case $1 in
    --run) run=yes; shift ;;
    --step|--rate|--limit|--log|--out|--env|--max-failures)
      [ $# -ge 2 ] || usage
      case $1 in
        --step) step=$2 ;; --log) log=$2 ;; --out) out=$2 ;; --env) env=$2 ;;
        *) case $2 in ''|*[!0-9]*) usage ;; esac
           case $1 in --rate) rate=$2 ;; --limit) limit=$2 ;; --max-failures) failures=$2 ;; esac ;;
      esac
      shift 2 ;;
    *) usage ;;
  esac
done
[ "$rate" -ge 1 ] || usage
case " $STEPS " in *" $step "*) [ -n "$step" ] || usage ;; *) usage ;; esac
log=\${log:-$NAME.$step.log.csv}
out=\${out:-$NAME.$step.out}
total=0
for pair in $COUNTS; do case $pair in "$step="*) total=\${pair#*=} ;; esac; done

if [ "$run" = yes ]; then
  if [ -n "$env" ]; then
    case $env in */*) ;; *) env=./$env ;; esac
    . "$env"
  else
    case $SETUP in *YOUR_*) printf '%s\\n%s\\n' "$SAY_need_env" "$SETUP" >&2; exit 2 ;; esac
  fi
  [ -e "$log" ] || printf 'time,list,step,number,exit,account\\n' > "$log"
fi

# Numbers that this list's log shows as done, in order: they are skipped.
known=
if [ -e "$log" ]; then
  known=$(awk -F, -v list="$LIST" -v step="$step" '$2 == list && $3 == step && $5 == 0 { print $4 }' "$log" | sort -n -u)
fi
exec 3<<END_OF_KNOWN
$known
END_OF_KNOWN
read -r next <&3 || next=
skipped=0
if [ -n "$known" ]; then skipped=$(printf '%s\\n' "$known" | wc -l | tr -d ' '); printf '%s %s\\n' "$SAY_resumed" "$skipped" >&2; fi
left=$((total - skipped))
[ "$limit" -eq 0 ] || [ "$left" -le "$limit" ] || left=$limit
printf '%s %s: %s, %s s\\n' "$SAY_estimate" "$step" "$left" "$(((left + rate - 1) / rate))" >&2

taken=0 failed=0 in_a_row=0 stopped=no
csv() {
  case $1 in
    *[!A-Za-z0-9@._:+/\\|-]*) printf '"%s"' "$(printf '%s' "$1" | sed 's/"/""/g')" ;;
    *) printf '%s' "$1" ;;
  esac
}
is_known() {
  while [ -n "$next" ] && [ "$next" -lt "$number" ]; do read -r next <&3 || next=; done
  [ "$next" = "$number" ]
}
take() {
  [ "$stopped" = no ] || return 0
  case ",$steps," in *",$step,"*) ;; *) return 0 ;; esac
  if is_known; then return 0; fi
  if [ "$limit" -gt 0 ] && [ "$taken" -ge "$limit" ]; then return 0; fi
  taken=$((taken + 1))
  if [ "$run" = no ]; then printf '%s %s %s\\n' "$SAY_would" "$step" "$(csv "$id")"; return 0; fi
  ( "step_$step" ) >> "$out" < /dev/null 3<&-
  status=$?
  printf '%s,%s,%s,%s,%s,%s\\n' "$(date -u +%Y-%m-%dT%H:%M:%SZ)" "$LIST" "$step" "$number" "$status" "$(csv "$id")" >> "$log"
  if [ "$status" -eq 0 ]; then in_a_row=0; else failed=$((failed + 1)); in_a_row=$((in_a_row + 1)); fi
  if [ "$failures" -gt 0 ] && [ "$in_a_row" -ge "$failures" ]; then
    stopped=yes
    printf '%s %s\\n' "$SAY_stopped" "$in_a_row" >&2
    return 0
  fi
  [ $((taken % rate)) -ne 0 ] || sleep 1
}
`

export const POSIX_END = `
printf '%s %s, %s, %s\\n' "$SAY_done" "$step" "$taken" "$failed" >&2
[ "$failed" -eq 0 ]
`
