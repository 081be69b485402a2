/*
 * Names of fields that are allowed and not read.  The first list is the union of the variables of
 * CSL 1.0.2's specification and of its schema csl-data.json, less those that are printed; the
 * second is what the services that people copy from add to theirs.
 */
#include "read/csl_parts.h"

const char *const csl_unread[] = {
    "abstract", "annote", "available-date", "call-number", "categories", "chair",
    "citation-key", "citation-label", "citation-number", "collection-editor", "curator", "custom",
    "dimensions", "division", "editor-translator", "editorial-director", "event-date",
    "first-reference-note-number", "guest", "ISBN", "ISSN", "jurisdiction",
    "keyword", "license", "locator", "note", "number-of-pages", "organizer", "original-author",
    "original-publisher", "original-publisher-place", "original-title", "page-first", "part",
    "part-number", "part-title", "performer", "PMCID", "PMID", "printing", "printing-number",
    "references", "scale", "series-creator", "shortTitle", "source", "submitted",
    "supplement", "title-short", "volume-title", "volume-title-short", "year-suffix", NULL,
};

const char *const csl_foreign[] = {
    /* Crossref */
    "accepted", "alternative-id", "approved", "archive-location", "assertion",
    "clinical-trial-number", "component-number", "content-created", "content-domain",
    "content-updated", "created", "degree", "deposited", "edition-number", "free-to-read",
    "funder", "group-title", "indexed", "is-referenced-by-count", "isbn-type",
    "issn-type", "issue-title", "journal-issue", "link", "member", "posted", "prefix",
    "proceedings-subject", "published", "published-online", "published-other", "published-print",
    "reference", "reference-count", "references-count", "relation", "resource", "review", "score",
    "short-container-title", "short-title", "standards-body", "subject", "subtitle", "subtype",
    "update-policy", "update-to", "updated-by",
    /* DataCite */
    "alternateIdentifiers", "citationCount", "container", "contentUrl", "contributors",
    "copyright", "creators", "dates", "descriptions", "downloadCount", "formats",
    "fundingReferences", "geoLocations", "identifiers", "isActive", "metadataVersion", "partCount",
    "publicationYear", "reason", "referenceCount", "registered", "relatedIdentifiers",
    "relatedItems", "rights", "rightsList", "schemaVersion", "sizes", "state", "subjects",
    "suffix", "titles", "types", "updated", "versionCount", "viewCount", "xml",
    /* PubMed and Europe PMC */
    "authorList", "authorString", "citedByCount", "electronic-publication-date", "epub-date",
    "epubDate", "firstPublicationDate", "journalInfo", "medlineDate", "meshHeadingList", "nlmId",
    "pmcid", "pmid", "pubModel", "pubType", "pubTypeList", "pubdate", "uid",
    /* Zotero, Mendeley and others */
    "abstractNote", "accessDate", "annotation", "attachments", "authors-string", "collections",
    "creatorSummary", "dateAdded", "dateModified", "extra", "file", "files", "itemID", "itemKey",
    "itemType", "key", "keywords", "libraryCatalog", "libraryID", "multi", "notes", "owner",
    "parsedDate", "relations", "seeAlso", "system_id", "tags", "timestamp", "uri", "uris",
    "websiteTitle", "zoteroID",
    /* Within names */
    "ORCID", "affiliation", "affiliations", "authenticated-orcid", "email", "initials",
    "isInstitution", "name-identifiers", "nameIdentifiers", "nameType", "orcid", "role",
    "sequence",
    /* Within dates */
    "date-time", "end", "start", NULL,
};
