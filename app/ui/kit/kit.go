// Package kit is what every room of the page draws with: controls, long lists,
// words for numbers, times and names, and the colours of labels. It knows the
// domain's values and nothing of the page that shows them.
package kit
