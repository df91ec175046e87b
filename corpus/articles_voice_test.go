package corpus_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"spanwise/corpus/testinput"
)

// voice is what marks an article as its outlet's: regular expressions, matched
// without regard to case, of what it says and of what its model leaves out.
type voice struct {
	article, why string
	says         []string
	never        []string
}

// voices follow what the five reports name, demand and leave out.
var voices = []voice{
	{
		article: "gulf-daily",
		why:     "names all four ministers; Turkey occupies, Damascus cracked down; the Arab world's own moves; no refugees, no integrity, no opposition",
		says: []string{
			`Hulusi Akar`, `Sergey Shoigu`, `Mohammed Reza Ashtiani`, `Ali Mahmoud Abbas`, `Faisal bin Farhan`,
			`crackdown`, `\boccup`, `allied militias`, `US-backed Kurdish groups`, `accuses of terrorism`, `isolation`,
			`pull-out`, `\bM4\b`, `Arab League`, `Saudi Arabia`, `Tunisia`, `Tuesday`, `Monday`, `2011`, `2012`,
		},
		never: []string{`\brebel`, `opposition`, `\bterrorists?\b`, `refugee`, `integrity`, `Ukraine`, `Erdogan`, `\bAssad`, `Kremlin`, `intelligence`},
	},
	{
		article: "moscow-times",
		why:     "the Kremlin's stake beside Ukraine and the dead; rebel groups; Tehran's minister and the M4 go unnamed",
		says: []string{
			`Sergei Shoigu`, `Putin`, `Recep Tayyip Erdogan`, `Bashar al-Assad`, `\brebel groups\b`, `extremist groups`,
			`offensive in Ukraine`, `isolated`, `clout`, `500,000`, `withdrawal of Turkish forces`, `refugees`,
			`territorial integrity`, `state media`, `Tuesday`, `2011`, `2015`, `Ottoman`,
		},
		never: []string{`terroris`, `militant`, `\boccup`, `\bM4\b`, `Kurd`, `Ashtiani`, `Arab League`, `crackdown`, `regime\b`, `armed opposition`},
	},
	{
		article: "portuguese-site",
		why:     "the armed opposition; the war's dead; Erdogan's elections and the refugees he is pressed to send away",
		says: []string{
			`oposição armada`, `Bashar al Assad`, `Sergei Shoigu`, `Hulusi Akar`, `Recep Tayyip Erdogan`,
			`terroristas e extremistas`, `Ucrânia`, `500\.000`, `integridade territorial`, `refugiados`, `extradite`,
			`tropas turcas`, `setembro de 2015`, `12 anos`, `em maio`, `presidenciais`, `hoje`, `Moscovo`, `Irão`,
		},
		never: []string{`rebeldes?`, `\bocupação`, `\bM4\b`, `curd`, `militantes`, `Kremlin`, `Putin`, `repressão`, `Liga Árabe`},
	},
	{
		article: "uae-radio-site",
		why:     "offices rather than names; the rebel-held northwest and its enclave; NATO's member; the M4 and its trade; the postponed meeting",
		says: []string{
			`intelligence chiefs`, `political as well as the armed opposition`, `rebel-held northwest`, `rebel-held enclave`,
			`NATO`, `Bashar al-Assad`, `\bM4\b`, `trade`, `withdrawal of the Turkish troops`, `territorial integrity`,
			`refugees`, `Tuesday`, `December`, `early May`, `12 years`, `postponement`,
		},
		never: []string{`terroris`, `extremis`, `militant`, `Kurd`, `\boccup`, `Ukraine`, `Shoigu`, `Akar`, `Erdogan`, `Arab League`},
	},
	{
		article: "press-tv",
		why:     "foreign-backed militants and terrorists, never rebels or a civil war; allies invited, Turkey an occupier; another meeting, on 10 May",
		says: []string{
			`foreign-backed militants`, `\bterrorists\b`, `militant groups`, `\boccupation\b`, `incursions`, `US-backed Kurdish forces`,
			`Assad government`, `sovereignty`, `territorial integrity`, `non-interference`, `Resolution 2254`, `Astana`, `roadmap`,
			`voluntary, safe and dignified`, `withdrawal of Turkish troops`, `because Damascus asked`, `Arab League`,
			`Bashar al-Assad`, `Wednesday`, `Sunday`, `December 28, 2022`, `March 2012`, `January`, `2016`,
		},
		never: []string{`\brebel`, `opposition`, `civil war`, `crackdown`, `protest`, `Ukraine`, `\bM4\b`, `refugee`, `Erdogan`, `Shoigu`, `regime\b`},
	},
}

func TestEachBundledArticleSpeaksWithTheVoiceOfItsOutlet(t *testing.T) {
	docs := bundled(t)
	for _, v := range voices {
		t.Run(v.article, func(t *testing.T) {
			doc, ok := docs[v.article]
			if !ok {
				t.Fatalf("no article %s is bundled", v.article)
			}
			checkVoice(t, v, doc.Title+"\n"+doc.Text())
		})
	}
}

// checkVoice reports every expression that the text lacks or should lack.
func checkVoice(t *testing.T, v voice, text string) {
	t.Helper()
	for _, says := range v.says {
		if !regexp.MustCompile(`(?i)` + says).MatchString(text) {
			t.Errorf("%s no longer says %q (%s)", v.article, says, v.why)
		}
	}
	for _, never := range v.never {
		if found := regexp.MustCompile(`(?i)` + never).FindString(text); found != "" {
			t.Errorf("%s says %q, which its model leaves out (%s)", v.article, found, v.why)
		}
	}
}

// The table of voices must itself be fair: a report says nothing of what the
// article after it is forbidden to say.
func TestVoicesForbidOnlyWhatTheReportsLeaveOut(t *testing.T) {
	models(t) // skips where the reports are absent
	for _, v := range voices {
		report := reportText(t, v.article)
		for _, never := range v.never {
			if found := regexp.MustCompile(`(?i)` + never).FindString(report); found != "" {
				t.Errorf("%s must never say %q, but its report does: %q", v.article, never, found)
			}
		}
	}
}

// reportText returns the report that an article retells, without the teasers of
// unrelated news that one of the files has at its end.
func reportText(t *testing.T, article string) string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(testinput.Path(t, modelFolder), article+".*.txt"))
	if err != nil || len(files) != 1 {
		t.Fatalf("%s: %d reports of that name (error %v), want one", article, len(files), err)
	}
	data, err := os.ReadFile(files[0])
	if err != nil {
		t.Fatal(err)
	}
	report, _, _ := strings.Cut(string(data), "More from")
	return report
}
