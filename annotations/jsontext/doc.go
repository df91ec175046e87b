// Package jsontext writes and reads the text of JSON: always the same bytes for the
// same values, and nothing that is not exactly what is expected. It knows nothing of
// what the values are.
//
// Texts are UTF-8, times RFC 3339 in UTC to the millisecond. It does not map Go types
// to JSON: who writes and reads says each field.
package jsontext
