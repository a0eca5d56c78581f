#!/bin/sh
# Speaks every row of <pack>/prompts.tsv that nobody has recorded: 8 kHz, 16 bit, mono, into <pack>/<id>.wav.
# Usage: ivr-scripts/prompts/make-sounds.sh [pack] [all]        (pack: vi)
# Without "all" only what is new or says something else than said.tsv remembers.
# Needs espeak-ng and sox (Debian: apt install espeak-ng sox). The same texts and programs give the same bytes.
# A name in <pack>/recorded.tsv is a person's recording and is left alone.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
pack=${1:-vi}
cd "$here/$pack"
for program in espeak-ng sox awk xargs; do
    command -v "$program" >/dev/null || { echo "$program is missing" >&2; exit 1; }
done
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# One line for each sound: id, voice (sentence, number or tone), text. A sentence with gaps gives its pieces and its general sentence.
pieces() {
    awk -F '\t' '
        function bare(s) { sub(/^[ .,;:?!]+/, "", s); sub(/[ ,;:]+$/, "", s); return s }
        /^#/ || $1 == "id" || NF < 4 { next }
        $2 == "tone" { print $1 "\ttone\t" $3; next }
        { voice = $2 == "number" ? "number" : "sentence" }
        index($3, "{") == 0 { print $1 "\t" voice "\t" $3; next }
        {
            parts = split($3, part, /\{[^}]*\}/); count = 0
            for (i = 1; i <= parts; i++) { p = bare(part[i]); if (p != "") print $1 "-" ++count "\t" voice "\t" p }
            print $1 "-chung\t" voice "\t" $4
        }' prompts.tsv
}

cat > "$work/speak" <<'SPEAK'
set -eu
id=$1 voice=$2 text=$3 work=$4
mkdir -p "$(dirname "$id")"
raw=$(mktemp "$work/XXXXXX.wav")
case $voice in
    sentence) printf '%s' "$text" | espeak-ng -v vi -s 170 -g 0 -p 42 -a 80 --stdin -w "$raw" ;;
    number) printf '%s' "$text" | espeak-ng -v vi -s 130 -g 0 -p 42 -a 80 --stdin -w "$raw" ;;
    tone)
        case $text in
            '{tone}') sox -D -R -n -r 8000 -b 16 -c 1 "$id.wav" synth 0.35 sine 1000 fade t 0.01 0.35 0.02 norm -9 pad 0.05 0.05 ;;
            '{music}')
                chord() { sox -D -R -n -r 8000 -b 16 -c 1 "$work/chord$1.wav" synth 4 sine "$2" synth 4 sine mix "$3" synth 4 sine mix "$4" fade t 0.6 4 0.8 norm -14; }
                chord 1 196.0 293.7 392.0; chord 2 220.0 261.6 440.0; chord 3 174.6 261.6 349.2; chord 4 146.8 293.7 440.0
                sox -D -R "$work/chord1.wav" "$work/chord2.wav" "$work/chord3.wav" "$work/chord4.wav" "$id.wav" ;;
            *) seconds=${text#'{silence '}; sox -D -R -n -r 8000 -b 16 -c 1 "$id.wav" trim 0 "${seconds%\}}" ;;
        esac
        exit 0 ;;
esac
# Pauses longer than a third of a second are cut to it. norm comes after rate, which overshoots; compand lifts quiet ends
# without clipping. The silence at the end parts words that are said one after the other.
sox -D -R "$raw" -b 16 -c 1 "$id.wav" silence 1 0.01 0.2% reverse silence 1 0.01 0.2% reverse \
    silence -l 1 0.02 0.4% -1 0.33 0.4% \
    gain -12 highpass 120 lowpass 3600 rate -v 8000 compand 0.02,0.2 6:-52,-30,-18 0 -90 0.05 norm -3 pad 0.02 0.12
rm -f "$raw"
SPEAK

pieces > "$work/all"
touch recorded.tsv said.tsv
[ "${2:-}" = all ] && : > said.tsv
awk -F '\t' -v recorded=recorded.tsv -v said=said.tsv '
    BEGIN {
        while ((getline line < recorded) > 0) { split(line, column, "\t"); person[column[1]] = 1 }
        while ((getline line < said) > 0) { split(line, column, "\t"); before[column[1]] = column[2] }
    }
    $1 in person { next }
    $1 in before && before[$1] == $3 && (getline line < ($1 ".wav")) >= 0 { close($1 ".wav"); next }
    { print }' "$work/all" > "$work/todo"
awk -F '\t' '{ printf "%s%c%s%c%s%c", $1, 0, $2, 0, $3, 0 }' "$work/todo" |
    xargs -0 -r -n 3 -P "$(nproc)" sh -c 'sh "$0/speak" "$1" "$2" "$3" "$0"' "$work"
# Sounds of rows that are no more.
find . -name '*.wav' | sed 's|^\./||; s|\.wav$||' | awk -F '\t' 'NR == FNR { keep[$1] = 1; next } !($1 in keep) { print $1 ".wav" }' "$work/all" - | xargs -r rm -f
# What each sound says, so that a test finds a text that was changed without speaking it again.
sort "$work/all" | cut -f 1,3 > said.tsv
echo "$pack: $(wc -l < "$work/all") sounds, $(wc -l < "$work/todo") of them made now, $(du -sk . | cut -f 1) kB"
