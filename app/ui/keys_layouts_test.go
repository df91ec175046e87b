package ui

import (
	"strings"
	"testing"
	"unicode"

	"spanwise/annotations"
	"spanwise/app/ui/keyboard"
	"spanwise/app/ui/kit"
)

// places are the codes of a keyboard's places, row by row, from the top left.
var places = strings.Fields(`
	Backquote Digit1 Digit2 Digit3 Digit4 Digit5 Digit6 Digit7 Digit8 Digit9 Digit0 Minus Equal
	KeyQ KeyW KeyE KeyR KeyT KeyY KeyU KeyI KeyO KeyP BracketLeft BracketRight
	KeyA KeyS KeyD KeyF KeyG KeyH KeyJ KeyK KeyL Semicolon Quote
	KeyZ KeyX KeyC KeyV KeyB KeyN KeyM Comma Period Slash IntlBackslash`)

// layout is what a keyboard types at each of the places: alone, with Shift, and
// with AltGr by code. A large letter with Shift is left out as •.
type layout struct {
	name, plain, shifted string
	third                map[string]string
}

var layouts = []layout{
	{"American", "` 1 2 3 4 5 6 7 8 9 0 - =  q w e r t y u i o p [ ]  a s d f g h j k l ; '  z x c v b n m , . / \\",
		"~ ! @ # $ % ^ & * ( ) _ +  • • • • • • • • • • { }  • • • • • • • • • : \"  • • • • • • • < > ? |", nil},
	{"British", "` 1 2 3 4 5 6 7 8 9 0 - =  q w e r t y u i o p [ ]  a s d f g h j k l ; '  z x c v b n m , . / \\",
		"¬ ! \" £ $ % ^ & * ( ) _ +  • • • • • • • • • • { }  • • • • • • • • • : @  • • • • • • • < > ? |", nil},
	{"German", "Dead 1 2 3 4 5 6 7 8 9 0 ß Dead  q w e r t z u i o p ü +  a s d f g h j k l ö ä  y x c v b n m , . - <",
		"° ! \" § $ % & / ( ) = ? Dead  • • • • • • • • • • • *  • • • • • • • • • • •  • • • • • • • ; : _ >",
		map[string]string{"Digit8": "[", "Digit9": "]", "KeyQ": "@", "KeyE": "€"}},
	{"French", "² & é \" ' ( - è _ ç à ) =  a z e r t y u i o p Dead $  q s d f g h j k l m ù  w x c v b n , ; : ! <",
		"Dead 1 2 3 4 5 6 7 8 9 0 ° +  • • • • • • • • • • Dead £  • • • • • • • • • • %  • • • • • • ? . / § >",
		map[string]string{"Digit5": "[", "Minus": "]", "KeyE": "€"}},
	{"Czech", "; + ě š č ř ž ý á í é = Dead  q w e r t z u i o p ú )  a s d f g h j k l ů §  y x c v b n m , . - \\",
		"Dead 1 2 3 4 5 6 7 8 9 0 % Dead  • • • • • • • • • • / (  • • • • • • • • • \" !  • • • • • • • ? : _ |",
		map[string]string{"KeyF": "[", "KeyG": "]", "Period": ">"}},
	{"Spanish", "º 1 2 3 4 5 6 7 8 9 0 ' ¡  q w e r t y u i o p Dead +  a s d f g h j k l ñ Dead  z x c v b n m , . - <",
		"ª ! \" · $ % & / ( ) = ? ¿  • • • • • • • • • • Dead *  • • • • • • • • • • Dead  • • • • • • • ; : _ >",
		map[string]string{"BracketLeft": "[", "BracketRight": "]", "KeyE": "€"}},
	{"Portuguese", "\\ 1 2 3 4 5 6 7 8 9 0 ' «  q w e r t y u i o p + Dead  a s d f g h j k l ç º  z x c v b n m , . - <",
		"| ! \" # $ % & / ( ) = ? »  • • • • • • • • • • * Dead  • • • • • • • • • • ª  • • • • • • • ; : _ >",
		map[string]string{"Digit8": "[", "Digit9": "]"}},
	{"Turkish", "\" 1 2 3 4 5 6 7 8 9 0 * -  q w e r t y u ı o p ğ ü  a s d f g h j k l ş i  z x c v b n m ö ç . <",
		"é ! ' Dead + % & / ( ) = ? _  • • • • • • • I • • • •  • • • • • • • • • • İ  • • • • • • • • • : >",
		map[string]string{"Digit8": "[", "Digit9": "]"}},
	{"Dvorak", "` 1 2 3 4 5 6 7 8 9 0 [ ]  ' , . p y f g c r l / =  a o e u i d h t n s -  ; q j k x b m w v z \\",
		"~ ! @ # $ % ^ & * ( ) { }  \" < > • • • • • • • ? +  • • • • • • • • • • _  : • • • • • • • • • |", nil},
	{"Russian", "ё 1 2 3 4 5 6 7 8 9 0 - =  й ц у к е н г ш щ з х ъ  ф ы в а п р о л д ж э  я ч с м и т ь б ю . \\",
		"• ! \" № ; % : ? * ( ) _ +  • • • • • • • • • • • •  • • • • • • • • • • •  • • • • • • • • • , /", nil},
	{"Greek", "` 1 2 3 4 5 6 7 8 9 0 - =  ; ς ε ρ τ υ θ ι ο π [ ]  α σ δ φ γ η ξ κ λ Dead '  ζ χ ψ ω β ν μ , . / <",
		"~ ! @ # $ % ^ & * ( ) _ +  : Dead • • • • • • • • { }  • • • • • • • • • Dead \"  • • • • • • • < > ? >", nil},
	{"Hebrew", "; 1 2 3 4 5 6 7 8 9 0 - =  / ' ק ר א ט ו ן ם פ ] [  ש ד ג כ ע י ח ל ך ף ,  ז ס ב ה נ מ צ ת ץ . \\",
		"~ ! @ # $ % ^ & * ) ( _ +  Q W E R T Y U I O P } {  A S D F G H J K L : \"  Z X C V B N M > < ? |", nil},
	{"Arabic", "ذ ١ ٢ ٣ ٤ ٥ ٦ ٧ ٨ ٩ ٠ - =  ض ص ث ق ف غ ع ه خ ح ج د  ش س ي ب ل ا ت ن م ك ط  ئ ء ؤ ر لا ى ة و ز ظ \\",
		"ّ ! @ # $ % ^ & * ) ( _ +  َ ً ُ ٌ لإ إ ‘ ÷ × ؛ < >  ِ ٍ ] [ لأ أ ـ ، / : \"  ~ ْ } { لآ آ ’ , . ؟ |", nil},
	{"Persian", "\u200d ۱ ۲ ۳ ۴ ۵ ۶ ۷ ۸ ۹ ۰ - =  ض ص ث ق ف غ ع ه خ ح ج چ  ش س ی ب ل ا ت ن م ک گ  ظ ط ز ر ذ د پ و . / <",
		"÷ ! ٬ ٫ ﷼ ٪ × ، * ) ( ـ +  ْ ٌ ٍ ً ُ ِ َ ّ ] [ } {  ؤ ئ ي إ أ آ ة » « : ؛  ك ٓ ژ ٰ \u200c ٔ ء > < ؟ >", nil},
	{"Hindi", "ॊ १ २ ३ ४ ५ ६ ७ ८ ९ ० - ृ  ौ ै ा ी ू ब ह ग द ज ड ़  ो े ् ि ु प र क त च ट  ॆ ं म न व ल स , . य \\",
		"ऒ ऍ ॅ ्र र् ज्ञ त्र क्ष श्र ( ) ः ऋ  औ ऐ आ ई ऊ भ ङ घ ध झ ढ ञ  ओ ए अ इ उ फ ऱ ख थ छ ठ  ऎ ँ ण ऩ ऴ ळ श ष । य़ |", nil},
}

// types is what a layout types at a place.
func (l layout) types(place int, shift bool) string {
	plain := strings.Fields(l.plain)[place]
	if !shift {
		return plain
	}
	if shifted := strings.Fields(l.shifted)[place]; shifted != "•" {
		return shifted
	}
	return strings.ToUpper(plain)
}

// ways are all ways to press a key on a keyboard: the strokes that type it, the
// last with AltGr as Windows reports it; if there is none, the one in its place.
func (l layout) ways(char string, held keyboard.Event) []keyboard.Event {
	var all []keyboard.Event
	press := func(code, key string, shift bool) {
		e := held
		e.Key, e.Code, e.Shift = key, code, held.Shift || shift
		all = append(all, e)
	}
	wanted := char
	if held.Shift {
		wanted = strings.ToUpper(char)
	}
	for i, code := range places {
		for _, shift := range []bool{false, true} {
			if l.types(i, shift || held.Shift) == wanted && !(shift && held.Shift) {
				press(code, wanted, shift)
			}
		}
	}
	for code, typed := range l.third {
		if typed == char && !held.Ctrl {
			all = append(all, keyboard.Event{Key: typed, Code: code, Ctrl: true, Alt: true, AltGraph: true})
		}
	}
	if len(all) > 0 {
		return all
	}
	american := layouts[0]
	for i, code := range places {
		for _, shift := range []bool{false, true} {
			if american.types(i, shift) == char {
				press(code, l.types(i, shift || held.Shift), shift)
			}
		}
	}
	return all
}

// withCapsLock is a stroke with Caps Lock on, which turns letters round.
func withCapsLock(e keyboard.Event) keyboard.Event {
	r := []rune(e.Key)
	switch {
	case len(r) != 1:
	case unicode.IsLower(r[0]):
		e.Key = string(unicode.ToUpper(r[0]))
	case unicode.IsUpper(r[0]):
		e.Key = string(unicode.ToLower(r[0]))
	}
	return e
}

func TestLayoutsAreWhole(t *testing.T) {
	for _, l := range layouts {
		if plain, shifted := len(strings.Fields(l.plain)), len(strings.Fields(l.shifted)); plain != len(places) || shifted != len(places) {
			t.Errorf("the %s keyboard has %d and %d characters for %d places", l.name, plain, shifted, len(places))
		}
	}
}

// parsed is a key as its character and the modifiers that are held with it.
func parsed(key string) (char string, held keyboard.Event) {
	char, held.Ctrl = strings.CutPrefix(key, "Ctrl+")
	char, held.Shift = strings.CutPrefix(char, "Shift+")
	return char, held
}

func TestEveryCommandIsReachedOnEveryKeyboard(t *testing.T) {
	table := kit.CommandTable(NewPage().keys.Commands, keyboard.Settings{})
	for _, l := range layouts {
		for _, c := range table.Commands() {
			if c.Fixed() {
				continue
			}
			for _, key := range c.Keys {
				char, held := parsed(key)
				ways := l.ways(char, held)
				if len([]rune(char)) > 1 {
					ways = []keyboard.Event{{Key: char, Code: char}}
				}
				if len(ways) == 0 {
					t.Errorf("no stroke of the %s keyboard is meant for %s (%s)", l.name, c.ID, key)
				}
				for _, e := range ways {
					for _, e := range []keyboard.Event{e, withCapsLock(e)} {
						if got := table.Read(keyboard.Of(e), nil, keyboard.OnText); got.Command != c.ID {
							t.Errorf("%s: %s (%s) by %+v is %q", l.name, c.ID, key, e, got.Command)
						}
					}
				}
			}
		}
	}
}

// TestTheKeysOfLabelsReachThemOnEveryKeyboard presses the ten places of digits,
// alone and with Shift, whatever they type, and with Caps Lock.
func TestTheKeysOfLabelsReachThemOnEveryKeyboard(t *testing.T) {
	table := kit.CommandTable(NewPage().keys.Commands, keyboard.Settings{})
	var labels []keyboard.Label
	for digit := range 10 {
		labels = append(labels, keyboard.Label{ID: "label " + string(rune('0'+digit)), Key: string(rune('0' + digit))})
	}
	for _, l := range layouts {
		for i, code := range places {
			digit, ok := strings.CutPrefix(code, "Digit")
			if !ok {
				continue
			}
			for _, shift := range []bool{false, true} {
				e := keyboard.Event{Key: l.types(i, shift), Code: code, Shift: shift}
				for _, e := range []keyboard.Event{e, withCapsLock(e)} {
					if got := table.Read(keyboard.Of(e), labels, keyboard.OnText); got != (keyboard.Meaning{Label: "label " + digit}) {
						t.Errorf("%s: %+v is %+v, want the label %s", l.name, e, got, digit)
					}
				}
			}
		}
	}
}

// TestALatinLetterIsNeverReadByItsPlace: the key of z is y's place in
// German, the key of a is q's in French.
func TestALatinLetterIsNeverReadByItsPlace(t *testing.T) {
	table := kit.CommandTable(NewPage().keys.Commands, keyboard.Settings{})
	american := layouts[0]
	for _, l := range layouts[:9] {
		for i := range places {
			for _, held := range []keyboard.Event{{}, {Ctrl: true}, {Ctrl: true, Shift: true}} {
				e := held
				e.Key, e.Code = l.types(i, held.Shift), places[i]
				same := held
				same.Key = e.Key
				want := table.Read(keyboard.Of(same), nil, keyboard.OnText).Command
				got := table.Read(keyboard.Of(e), nil, keyboard.OnText).Command
				letter := unicode.IsLetter([]rune(e.Key)[0]) && e.Key != "Dead"
				if (letter || !held.Ctrl) && got != want {
					t.Errorf("%s: %+v is %q, and not what it types, %q (American: %s)", l.name, e, got, want, american.types(i, false))
				}
			}
		}
	}
}

func TestEveryKeyDoesWhatTheHelpSays(t *testing.T) {
	table, labels := kit.CommandTable(NewPage().keys.Commands, keyboard.Settings{}), kit.KeysOfLabels(annotations.DefaultScheme())
	mark := func(n int) keyboard.Meaning {
		return keyboard.Meaning{Label: annotations.DefaultScheme().Labels[n-1].ID}
	}
	does := func(id string) keyboard.Meaning { return keyboard.Meaning{Command: id} }
	none := keyboard.Meaning{}
	for _, c := range []struct {
		event keyboard.Event
		at    keyboard.Focus
		want  keyboard.Meaning
		why   string
	}{
		{keyboard.Event{Key: "z", Ctrl: true}, keyboard.OnNothing, does("undo"), "Ctrl+Z"},
		{keyboard.Event{Key: "z", Meta: true}, keyboard.OnOther, does("undo"), "⌘+Z, whatever has the keyboard"},
		{keyboard.Event{Key: "Z", Ctrl: true, Shift: true}, keyboard.OnNothing, does("redo"), "Ctrl+Shift+Z"},
		{keyboard.Event{Key: "z", Meta: true, Shift: true}, keyboard.OnNothing, does("redo"), "⌘+Shift+Z, which a Mac sends in small"},
		{keyboard.Event{Key: "y", Ctrl: true}, keyboard.OnText, does("redo"), "Ctrl+Y"},
		{keyboard.Event{Key: "Y", Ctrl: true, Shift: true}, keyboard.OnText, none, "Ctrl+Shift+Y is the browser's"},
		{keyboard.Event{Key: "1", Ctrl: true, Code: "Digit1"}, keyboard.OnText, none, "Ctrl+1 is the browser's"},
		{keyboard.Event{Key: "&", Ctrl: true, Code: "Digit1"}, keyboard.OnText, none, "the same on a French keyboard"},
		{keyboard.Event{Key: "c", Ctrl: true}, keyboard.OnText, none, "copying is the browser's"},
		{keyboard.Event{Key: "a", Ctrl: true}, keyboard.OnText, does("all"), "Ctrl+A selects the text"},
		{keyboard.Event{Key: "a", Ctrl: true}, keyboard.OnNothing, none, "elsewhere Ctrl+A is the browser's"},
		{keyboard.Event{Key: "a", Ctrl: true, Alt: true}, keyboard.OnText, none, "Ctrl with Alt is the system's"},
		{keyboard.Event{Key: ";", Code: "KeyZ", Ctrl: true}, keyboard.OnText, none, "Dvorak's ; is no Z"},
		{keyboard.Event{Key: "1"}, keyboard.OnText, mark(1), "a label's key in the text"},
		{keyboard.Event{Key: "4"}, keyboard.OnNothing, mark(4), "a label's key anywhere"},
		{keyboard.Event{Key: "4"}, keyboard.OnOther, none, "not while Export has the keyboard"},
		{keyboard.Event{Key: "3", Code: "Numpad3"}, keyboard.OnText, mark(3), "the digits on the right"},
		{keyboard.Event{Key: "PageDown", Code: "Numpad3"}, keyboard.OnText, none, "the same without Num Lock"},
		{keyboard.Event{Key: "５", Code: "Digit5"}, keyboard.OnText, none, "no label has this key"},
		{keyboard.Event{Key: "２", Code: "Digit2"}, keyboard.OnText, mark(2), "a wide digit of an East Asian keyboard"},
		{keyboard.Event{Key: "٢"}, keyboard.OnText, mark(2), "an Arabic digit, wherever it lies"},
		{keyboard.Event{Key: "1", Alt: true, Code: "Digit1"}, keyboard.OnText, none, "Alt+1 is the browser's"},
		{keyboard.Event{Key: "+", Code: "Digit1"}, keyboard.OnText, mark(1), "on a Czech keyboard the key of 1 is +"},
		{keyboard.Event{Key: "+", Code: "Digit1"}, keyboard.OnOther, none, "and is never another command"},
		{keyboard.Event{Key: "/", Code: "Digit7", Shift: true}, keyboard.OnText, does("split"), "no label holds 7: a German / is one"},
		{keyboard.Event{Key: "[", Code: "Digit8", Ctrl: true, Alt: true, AltGraph: true}, keyboard.OnText, does("start"), "AltGr types the sign, on Windows"},
		{keyboard.Event{Key: "{", Code: "Digit1", AltGraph: true}, keyboard.OnText, none, "with AltGr nobody means the digit"},
		{keyboard.Event{Key: "€", Code: "KeyE", Ctrl: true, Alt: true, AltGraph: true}, keyboard.OnText, none, "AltGr+E is no E"},
		{keyboard.Event{Key: "®", Code: "KeyR", Alt: true}, keyboard.OnText, none, "Option+R is no R"},
		{keyboard.Event{Key: "Ω", Code: "KeyZ", Meta: true, Alt: true}, keyboard.OnText, none, "nor ⌘+Option+Z a Z"},
		{keyboard.Event{Key: "]", Alt: true}, keyboard.OnNothing, does("end"), "Option types the sign on a Mac's German keyboard"},
		{keyboard.Event{Key: "¿", Code: "Equal", Shift: true}, keyboard.OnText, none, "a Spanish ¿ adds nothing"},
		{keyboard.Event{Key: "Dead", Code: "BracketLeft"}, keyboard.OnText, none, "a dead key is half a letter"},
		{keyboard.Event{Key: "§", Code: "Slash", Shift: true}, keyboard.OnText, none, "a French § is no question"},
		{keyboard.Event{Key: "ArrowRight"}, keyboard.OnText, does("word"), "walking through the text"},
		{keyboard.Event{Key: "ArrowRight"}, keyboard.OnNothing, none, "elsewhere arrows scroll"},
		{keyboard.Event{Key: "ArrowRight"}, keyboard.OnSpan, none, "or walk through a list"},
		{keyboard.Event{Key: "ArrowLeft", Shift: true}, keyboard.OnText, does("word"), "extending"},
		{keyboard.Event{Key: "ArrowLeft", Shift: true, Alt: true}, keyboard.OnText, does("character"), "one character"},
		{keyboard.Event{Key: "ArrowLeft", Shift: true, Alt: true, AltGraph: true}, keyboard.OnText, does("character"), "the same in Firefox on a Mac"},
		{keyboard.Event{Key: "ArrowLeft", Alt: true}, keyboard.OnText, none, "Alt+Left goes back in the browser"},
		{keyboard.Event{Key: "ArrowDown"}, keyboard.OnText, does("line"), "a line down"},
		{keyboard.Event{Key: "+", Shift: true}, keyboard.OnText, does("add"), "adding the selection to a span"},
		{keyboard.Event{Key: "+", Ctrl: true}, keyboard.OnText, none, "Ctrl and + make the page larger"},
		{keyboard.Event{Key: "["}, keyboard.OnNothing, does("start"), "an edge of the chosen span, wherever the keyboard is"},
		{keyboard.Event{Key: "r"}, keyboard.OnSpan, does("relate"), "relating the chosen span"},
		{keyboard.Event{Key: "R", Shift: true}, keyboard.OnText, none, "a large R is another key"},
		{keyboard.Event{Key: ">", Shift: true}, keyboard.OnText, does("relate"), "the same where a label has the letter"},
		{keyboard.Event{Key: "r", Ctrl: true}, keyboard.OnText, none, "Ctrl+R loads the page anew"},
		{keyboard.Event{Key: "f"}, keyboard.OnText, does("done"), "calling the article done"},
		{keyboard.Event{Key: "t"}, keyboard.OnOther, does("tags"), "its tags, wherever the keyboard is"},
		{keyboard.Event{Key: "c"}, keyboard.OnNothing, does("compare"), "comparing"},
		{keyboard.Event{Key: "Enter"}, keyboard.OnText, does("choose"), "choosing a span"},
		{keyboard.Event{Key: "Enter"}, keyboard.OnNothing, none, "Enter presses buttons"},
		{keyboard.Event{Key: "a"}, keyboard.OnText, does("attributes"), "the span's attributes"},
		{keyboard.Event{Key: "a"}, keyboard.OnOther, none, "they are a span's"},
		{keyboard.Event{Key: "n"}, keyboard.OnOther, does("to-do"), "the next to do"},
		{keyboard.Event{Key: "a", Alt: true}, keyboard.OnText, none, "Alt+A is the browser's"},
		{keyboard.Event{Key: "Escape"}, keyboard.OnText, does("cancel"), "letting go"},
		{keyboard.Event{Key: "Delete"}, keyboard.OnNothing, does("delete"), "deleting"},
		{keyboard.Event{Key: "Backspace"}, keyboard.OnSpan, does("delete"), "deleting, on keyboards without Delete"},
		{keyboard.Event{Key: "Backspace"}, keyboard.OnOther, none, "not while Export has the keyboard"},
		{keyboard.Event{Key: "1", Composing: true}, keyboard.OnText, none, "an input method composes"},
		{keyboard.Event{Key: "Process", Code: "Digit1"}, keyboard.OnText, none, "it has the key"},
	} {
		if got := table.Read(keyboard.Of(c.event), labels, c.at); got != c.want {
			t.Errorf("%+v (%v) is %+v, want %+v: %s", c.event, c.at, got, c.want, c.why)
		}
	}
}
