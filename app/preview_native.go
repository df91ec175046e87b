//go:build !js

package main

import (
	"os"
	"path/filepath"

	"spanwise/app/ui/text"
	"spanwise/corpus"
	"spanwise/web"
)

// preview is what of the articles stands in the page itself: of the bundled ones,
// or of those in a person's folder.
func preview(folder string) (web.Preview, error) {
	read := corpus.Bundled
	if folder != "" {
		read = func() ([]*corpus.Document, error) { return articlesIn(folder) }
	}
	docs, err := read()
	return web.Preview(text.PreviewOf(docs)), err
}

// articlesIn reads the articles of a folder in the order of their names, which is
// that of the bundled ones, too.
func articlesIn(folder string) (docs []*corpus.Document, err error) {
	paths, err := filepath.Glob(filepath.Join(folder, "*.md"))
	if err != nil {
		return nil, err
	}
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			return nil, err
		}
		doc, err := corpus.ParseArticle(filepath.Base(path), data)
		if err != nil {
			return nil, err
		}
		docs = append(docs, doc)
	}
	return docs, nil
}
