package corpus

import (
	"embed"
	"path"
)

// articleFiles is the folder of bundled articles. A build may put another folder in its place with -overlay.
//
//go:embed articles/*.md
var articleFiles embed.FS

// Bundled returns the articles that the program carries, in the order of their file names.
func Bundled() ([]*Document, error) {
	const folder = "articles"
	entries, err := articleFiles.ReadDir(folder)
	if err != nil {
		return nil, err
	}
	var docs []*Document
	for _, entry := range entries {
		data, err := articleFiles.ReadFile(path.Join(folder, entry.Name()))
		if err != nil {
			return nil, err
		}
		doc, err := ParseArticle(entry.Name(), data)
		if err != nil {
			return nil, err
		}
		docs = append(docs, doc)
	}
	return docs, nil
}
