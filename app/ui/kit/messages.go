package kit

import "spanwise/annotations"

// InEnglish puts messages into words.
func InEnglish(messages []annotations.Message) (said []string) {
	for _, m := range messages {
		said = append(said, m.String())
	}
	return said
}
