package kit

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/app/browser"
)

// usualLanguages are the languages that news is mostly read in, by their BCP 47
// tags. The browser knows all names, but to look up the first takes it some 60 ms
// of the first screen.
var usualLanguages = map[string]string{
	"ar": "Arabic", "bg": "Bulgarian", "bn": "Bangla", "cs": "Czech", "da": "Danish", "de": "German", "el": "Greek",
	"en": "English", "es": "Spanish", "et": "Estonian", "fa": "Persian", "fi": "Finnish", "fr": "French",
	"he": "Hebrew", "hi": "Hindi", "hr": "Croatian", "hu": "Hungarian", "id": "Indonesian", "it": "Italian",
	"ja": "Japanese", "ko": "Korean", "lt": "Lithuanian", "lv": "Latvian", "nl": "Dutch", "no": "Norwegian",
	"pl": "Polish", "pt": "Portuguese", "ro": "Romanian", "ru": "Russian", "sk": "Slovak", "sr": "Serbian",
	"sv": "Swedish", "th": "Thai", "tr": "Turkish", "uk": "Ukrainian", "ur": "Urdu", "vi": "Vietnamese",
	"zh": "Chinese",
}

// LanguageName is a language's English name, or its tag where nobody knows one.
func LanguageName(tag string) string {
	if name, usual := usualLanguages[tag]; usual {
		return name
	}
	if app.IsServer {
		return tag
	}
	return browser.LanguageName(tag)
}
