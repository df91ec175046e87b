package sniff

import "strings"

// headers are the fields at the head of a message (RFC 5322), their names in lower case, and the length of the head in
// lines; none where the text does not begin with such a head.
func headers(s *Sample) map[string]string {
	found := map[string]string{}
	last := ""
	for i, line := range s.lines() {
		if i == 0 && strings.HasPrefix(line, "From ") {
			continue // as in a mailbox's file
		}
		if line == "" && i > 0 {
			return found
		}
		if last != "" && (strings.HasPrefix(line, " ") || strings.HasPrefix(line, "\t")) {
			found[last] += " " + strings.TrimSpace(line)
			continue
		}
		name, value, ok := strings.Cut(line, ":")
		if !ok || name == "" || strings.ContainsAny(name, " \t") {
			return nil
		}
		last = strings.ToLower(name)
		found[last] = strings.TrimSpace(value)
	}
	return found
}

func isMHTML(s *Sample) Certainty {
	h := headers(s)
	return when(h["mime-version"] != "" && strings.HasPrefix(strings.ToLower(h["content-type"]), "multipart/related"), Certain)
}

// isMail asks for more than the lines From, To, Subject and Date, which people copy with the text of a message.
func isMail(s *Sample) Certainty {
	h := headers(s)
	known := 0
	for _, name := range []string{"from", "to", "subject", "date"} {
		if h[name] != "" {
			known++
		}
	}
	technical := h["message-id"] != "" || h["received"] != "" || h["mime-version"] != "" || h["return-path"] != ""
	return when(known >= 2 && technical, Certain)
}
