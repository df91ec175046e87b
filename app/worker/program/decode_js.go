package program

import "syscall/js"

// DecodeText decodes bytes from an encoding, by its label in the WHATWG Encoding
// Standard. What is no character in it becomes U+FFFD; in an encoding that the
// browser does not know nothing is one.
func DecodeText(label string, data []byte) (decoded string) {
	defer func() {
		if recover() != nil { // the encoding is left out then: it fits nothing
			decoded = "\ufffd"
		}
	}()
	array := js.Global().Get("Uint8Array").New(len(data))
	js.CopyBytesToJS(array, data)
	return js.Global().Get("TextDecoder").New(label).Call("decode", array).String()
}
