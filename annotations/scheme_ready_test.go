package annotations

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// published holds the outlines of schemes after lists of the field: a label a
// line, as their data write it, those of a group below it. What a label is
// called is added where that is another name.
var published = []struct{ id, source, outline string }{
	{"entman", "Entman 1993, page 52, whose causal interpretation it is; the IDs are ours", `
problem-definition (Problem definition)
causal-attribution (Causal attribution)
moral-evaluation (Moral evaluation)
treatment-recommendation (Treatment recommendation)
`},
	{"policy-frames", "SemEval-2023 task 3, subtask 2, by the codes 1 to 14 of Boydstun et al. 2014, and their 15", `
Economic
Capacity_and_resources
Morality
Fairness_and_equality
Legality_Constitutionality_and_jurisprudence
Policy_prescription_and_evaluation
Crime_and_punishment
Security_and_defense
Health_and_safety
Quality_of_life
Cultural_identity
Public_opinion
Political
External_regulation_and_reputation
Other
`},
	{"semeval-2020-task-11", "the data of SemEval-2020 task 11, technique classification", `
Appeal_to_Authority
Appeal_to_fear-prejudice
Bandwagon,Reductio_ad_hitlerum
Black-and-White_Fallacy
Causal_Oversimplification
Doubt
Exaggeration,Minimisation
Flag-Waving
Loaded_Language
Name_Calling,Labeling
Repetition
Slogans
Thought-terminating_Cliches
Whataboutism,Straw_Men,Red_Herring
`},
	{"ptc", "the Propaganda Techniques Corpus of Da San Martino et al. 2019", `
Appeal_to_Authority
Appeal_to_fear-prejudice
Bandwagon
Black-and-White_Fallacy
Causal_Oversimplification
Doubt
Exaggeration,Minimisation
Flag-Waving
Loaded_Language
Name_Calling,Labeling
Obfuscation,Intentional_Vagueness,Confusion
Red_Herring
Reductio_ad_hitlerum
Repetition
Slogans
Straw_Men
Thought-terminating_Cliches
Whataboutism
`},
	{"semeval-2023-task-3", "the data of SemEval-2023 task 3, subtask 3, in the groups of Piskorski et al. 2023", `
attack-on-reputation (Attack on reputation)
	Name_Calling-Labeling
	Guilt_by_Association
	Doubt
	Appeal_to_Hypocrisy
	Questioning_the_Reputation
justification (Justification)
	Flag_Waving
	Appeal_to_Authority
	Appeal_to_Popularity
	Appeal_to_Values
	Appeal_to_Fear-Prejudice
distraction (Distraction)
	Straw_Man
	Red_Herring
	Whataboutism
simplification (Simplification)
	Causal_Oversimplification
	False_Dilemma-No_Choice
	Consequential_Oversimplification
call (Call)
	Slogans
	Conversation_Killer
	Appeal_to_Time
manipulative-wording (Manipulative wording)
	Loaded_Language
	Obfuscation-Vagueness-Confusion
	Exaggeration-Minimisation
	Repetition
`},
	{"semeval-2025-task-10", "the data of SemEval-2025 task 10, subtask 1", `
Protagonist
	Guardian
	Martyr
	Peacemaker
	Rebel
	Underdog
	Virtuous
Antagonist
	Instigator
	Conspirator
	Tyrant
	Foreign Adversary
	Traitor
	Spy
	Saboteur
	Corrupt
	Incompetent
	Terrorist
	Deceiver
	Bigot
Innocent
	Forgotten
	Exploited
	Victim
	Scapegoat
`},
	{"plover", "the manual of PLOVER with the 16 types of Halterman et al. 2023; ACTOR is ours", `
AGREE
CONSULT
SUPPORT
CONCEDE
COOPERATE
AID
RETREAT
REQUEST
ACCUSE
REJECT
THREATEN
PROTEST
SANCTION
MOBILIZE
COERCE
ASSAULT
ACTOR (Actor)
`},
	{"timex3", "TimeML 1.2.1, section 2.3", `
TIMEX3
`},
}

// outline writes the labels of a scheme as published has them.
func outline(s *Scheme) string {
	var b strings.Builder
	b.WriteByte('\n')
	group := ""
	for _, l := range s.Labels {
		switch l.Parent {
		case "":
			group = l.ID
		case group:
			b.WriteByte('\t')
		default:
			b.WriteString("astray from " + l.Parent + ": ")
		}
		b.WriteString(l.ID)
		if l.Name != l.ID {
			b.WriteString(" (" + l.Name + ")")
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// readyMade is the ready-made scheme of an ID.
func readyMade(t *testing.T, id string) *Scheme {
	t.Helper()
	all := ReadyMade()
	i := slices.IndexFunc(all, func(r Ready) bool { return r.ID == id })
	if i < 0 {
		t.Fatalf("there is no ready-made scheme %q", id)
	}
	return all[i].Scheme
}

func TestLabelsAreNamedExactlyAsTheirSourcesNameThem(t *testing.T) {
	for _, p := range published {
		if diff := cmp.Diff(p.outline, outline(readyMade(t, p.id))); diff != "" {
			t.Errorf("%s, after %s (-want +got):\n%s", p.id, p.source, diff)
		}
	}
	if want, got := len(published)+1, len(ReadyMade()); want != got {
		t.Errorf("%d ready-made schemes, but lists for %d and the default one", got, want-1)
	}
}

func TestEveryFileOfASchemeIsOffered(t *testing.T) {
	entries, err := schemeFiles.ReadDir("schemes")
	if err != nil {
		t.Fatal(err)
	}
	var files, offered []string
	for _, e := range entries {
		files = append(files, strings.TrimSuffix(e.Name(), ".json"))
	}
	for _, r := range ReadyMade() {
		offered = append(offered, r.ID)
	}
	if offered[0] != "default" || ReadyMade()[0].Scheme != DefaultScheme() {
		t.Errorf("the first is %s and not the default scheme", offered[0])
	}
	slices.Sort(offered)
	if diff := cmp.Diff(files, offered); diff != "" {
		t.Errorf("(-files +offered):\n%s", diff)
	}
}

func TestReadyMadeSchemesCiteTheirSourcesAndSayHowToMark(t *testing.T) {
	names := map[string]bool{}
	for _, r := range ReadyMade() {
		s := r.Scheme
		if err := s.Check(); err != nil {
			t.Errorf("%s: %v", r.ID, err)
		}
		if names[s.Name] {
			t.Errorf("%s: the name %q is used twice", r.ID, s.Name)
		}
		names[s.Name] = true
		if !strings.Contains(s.Source, "https://") {
			t.Errorf("%s: the source %q has no address", r.ID, s.Source)
		}
		if n := len(strings.Fields(s.Guidelines)); n < 150 || n > 250 {
			t.Errorf("%s: the guidelines have %d words; they are to be read at one go, with 150 to 250", r.ID, n)
		}
	}
}

func TestEveryLabelOfAReadyMadeSchemeIsExplained(t *testing.T) {
	for _, r := range ReadyMade() {
		groups, colours := map[string]bool{}, map[string]string{}
		for _, l := range r.Scheme.Labels {
			groups[l.Parent] = true
		}
		for _, l := range slices.Concat(r.Scheme.Labels, r.Scheme.Tags) {
			if other := colours[l.Color]; other != "" {
				t.Errorf("%s: %s and %s have the same colour", r.ID, other, l.ID)
			}
			colours[l.Color] = l.ID
			if n := len(strings.Fields(l.Definition)); n < 5 || n > 60 {
				t.Errorf("%s: the definition of %s has %d words", r.ID, l.ID, n)
			}
		}
		for _, l := range r.Scheme.Labels {
			if groups[l.ID] != (len(l.Examples) == 0) {
				t.Errorf("%s: %s has %d examples; a group has none, every other label some", r.ID, l.ID, len(l.Examples))
			}
			if groups[l.ID] != (l.Key == "") {
				t.Errorf("%s: %s has the key %q; a group has none, every other label one", r.ID, l.ID, l.Key)
			}
		}
	}
}

func TestNothingIsAskedOfASpanOfAReadyMadeScheme(t *testing.T) {
	for _, r := range ReadyMade() {
		for _, l := range r.Scheme.Labels {
			if l.Entry == EntryRequired {
				t.Errorf("%s: %s requires a register entry", r.ID, l.ID)
			}
			for _, a := range l.Attributes {
				if a.Required || len(a.Default) > 0 {
					t.Errorf("%s: %s of %s is required or preset; marking is to be one key", r.ID, a.ID, l.ID)
				}
			}
		}
	}
}

func TestAReadyMadeSchemeIsTheSameAfterWritingAndReading(t *testing.T) {
	for _, r := range ReadyMade() {
		var w JSONWriter
		w.Scheme(r.Scheme)
		again, err := readScheme(w.Bytes(), (*JSONReader).Scheme)
		if err != nil {
			t.Errorf("%s: %v", r.ID, err)
		} else if diff := cmp.Diff(r.Scheme, again); diff != "" {
			t.Errorf("%s (-written +read):\n%s", r.ID, diff)
		}
	}
}

func TestRelationsTagsAndChoicesAreThoseOfTheSources(t *testing.T) {
	timex, genres := readyMade(t, "timex3"), readyMade(t, "semeval-2023-task-3").Tags
	frames := readyMade(t, "policy-frames")
	for _, tt := range []struct {
		what string
		got  []string
		want string
	}{
		{"TLINK types of TimeML 1.2.1, section 2.5", relationIDs(timex.Relations),
			"BEFORE AFTER INCLUDES IS_INCLUDED DURING DURING_INV SIMULTANEOUS IAFTER IBEFORE IDENTITY BEGINS ENDS BEGUN_BY ENDED_BY"},
		{"attributes of TIMEX3 beside type, value, mod, quant and freq", attributeIDs(timex.Labels[0].Attributes),
			"when functionInDocument temporalFunction"},
		{"functionInDocument, TimeML 1.2.1, section 2.3", optionIDs(&timex.Labels[0].Attributes[1]),
			"CREATION_TIME EXPIRATION_TIME MODIFICATION_TIME PUBLICATION_TIME RELEASE_TIME RECEPTION_TIME NONE"},
		{"genres of SemEval-2023 task 3, subtask 1", labelIDs(genres), "opinion reporting satire"},
		{"a primary frame is one of the frames", optionIDs(&frames.Tags[0].Attributes[0]),
			strings.Join(labelIDs(frames.Labels), " ")},
		{"relations of the default scheme", relationIDs(DefaultScheme().Relations), "contradicts same-claim"},
	} {
		if diff := cmp.Diff(strings.Fields(tt.want), tt.got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.what, diff)
		}
	}
}

func TestTheDefinitionOfAFrameBeginsWithItsCode(t *testing.T) {
	for i, l := range readyMade(t, "policy-frames").Labels {
		if code := fmt.Sprintf("Code %d. ", i+1); !strings.HasPrefix(l.Definition, code) {
			t.Errorf("the definition of %s does not begin with %q", l.ID, code)
		}
	}
}

func TestEveryEventOfPLOVERHasAnActorAndARecipient(t *testing.T) {
	for _, l := range readyMade(t, "plover").Labels[:16] {
		if diff := cmp.Diff([]string{"actor", "recipient"}, attributeIDs(l.Attributes)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", l.ID, diff)
		}
		for _, a := range l.Attributes {
			if a.Type != Entries || !a.Several || !slices.Equal(a.Labels, []string{"ACTOR"}) {
				t.Errorf("%s of %s is of type %s and takes entries of %q, several: %v", a.ID, l.ID, a.Type, a.Labels, a.Several)
			}
		}
	}
}

// TestTheDefaultSchemeComparesWhatOutletsDo holds the attributes that make spans
// of two outlets comparable.
func TestTheDefaultSchemeComparesWhatOutletsDo(t *testing.T) {
	var got []string
	for _, l := range slices.Concat(DefaultScheme().Labels, DefaultScheme().Tags) {
		for _, a := range l.Attributes {
			got = append(got, strings.TrimSpace(l.ID+" "+a.ID+": "+string(a.Type)+" "+a.Offers+strings.Join(slices.Concat(a.Labels, optionIDs(&a)), " ")+a.Min+" "+a.Max))
		}
	}
	want := []string{
		"actor kind: choice person state body armed-group people",
		"actor named-as: choice by-name by-title by-place by-description by-sided-label anonymous",
		"demand made-by: entry actor",
		"demand addressed-to: entry actor",
		"demand status: choice stated reported agreed refused",
		"date when: date",
		"source-bias device: choice loaded-word group-label unattributed-claim one-sided-attribution omission-of-agent scare-quotes other",
		"source-bias favours: entry actor",
		"source-bias disfavours: entry actor",
		"source-bias strength: number 1 3",
		"genre kind: choice reporting analysis opinion interview satire",
		"stance towards: entry actor",
		"stance position: choice favourable unfavourable mixed neutral",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func labelIDs(labels []Label) []string {
	return mapped(labels, func(l Label) string { return l.ID })
}

func attributeIDs(attributes []Attribute) []string {
	return mapped(attributes, func(a Attribute) string { return a.ID })
}

func relationIDs(relations []RelationLabel) []string {
	return mapped(relations, func(r RelationLabel) string { return r.ID })
}

func mapped[T any](list []T, id func(T) string) []string {
	var ids []string
	for _, x := range list {
		ids = append(ids, id(x))
	}
	return ids
}
