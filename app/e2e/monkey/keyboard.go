package monkey

import (
	"strings"
	"unicode"
)

// places are where the keys that write are, as event.code names them: the digits,
// and the letters of a keyboard row by row.
var places = keyPlaces()

func keyPlaces() []string {
	var all []string
	for _, digit := range "1234567890" {
		all = append(all, "Digit"+string(digit))
	}
	for _, letter := range "QWERTYUIOPASDFGHJKLZXCVBNM" {
		all = append(all, "Key"+string(letter))
	}
	return all
}

// layout is what the keys at places write, and what they write with Shift where
// that is not the capital letter.
type layout struct{ name, plain, shifted string }

var layouts = []layout{
	{"English", "1234567890qwertyuiopasdfghjklzxcvbnm", "!@#$%^&*()"},
	{"English", "1234567890qwertyuiopasdfghjklzxcvbnm", "!@#$%^&*()"},
	{"German", "1234567890qwertzuiopasdfghjklyxcvbnm", "!\"§$%&/()="},
	{"French", "&é\"'(-è_çàazertyuiopqsdfghjklwxcvbn,", "1234567890"},
	{"Czech", "+ěščřžýáíéqwertzuiopasdfghjklyxcvbnm", "1234567890"},
	{"Turkish", "1234567890qwertyuıopasdfghjklzxcvbnm", "!'^+%&/()="},
	{"Russian", "1234567890йцукенгшщзфывапролдячсмить", "!\"№;%:?*()"},
	{"Greek", "1234567890;ςερτυθιοπασδφγηξκλζχψωβνμ", "!@#$%^&*()"},
	{"Hebrew", "1234567890/'קראטוןםפשדגכעיחלךזסבהנמצ", "!@#$%^&*)("},
	{"Arabic", "١٢٣٤٥٦٧٨٩٠ضصثقفغعهخحشسيبلاتنمئءؤرىةو", "!@#$%^&*)("},
	{"Persian", "۱۲۳۴۵۶۷۸۹۰ضصثقفغعهخحشسیبلاتنمظطزرذدپ", "!٬٫﷼٪×،*)("},
	{"Hindi", "१२३४५६७८९०ौैाीूबहगदजोे्िुपरकतॉंमनवलस", "!@#$%^&*()"},
}

// key is what the key at a place writes.
func (l layout) key(at int, shift, caps bool) string {
	plain := []rune(l.plain)[at]
	if at < 10 {
		if shift {
			return string([]rune(l.shifted)[at])
		}
		return string(plain)
	}
	if shift != caps {
		return strings.ToUpper(string(plain))
	}
	return string(unicode.ToLower(plain))
}
