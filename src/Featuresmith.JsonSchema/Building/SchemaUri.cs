namespace Json.Schema.Building;

/// <summary>URI arithmetic as references need it (RFC 3986 section 5), opaque bases such as URNs included.</summary>
internal static class SchemaUri
{
    /// <summary>The base of a schema that says nothing of where it is.</summary>
    public static Uri Anonymous { get; } = new("schema:///");

    /// <summary>Under what a document is filed: the URI without its fragment.</summary>
    public static string Key(Uri uri)
    {
        var text = uri.IsAbsoluteUri ? uri.AbsoluteUri : uri.OriginalString;
        var fragment = text.IndexOf('#', StringComparison.Ordinal);
        return fragment < 0 ? text : text[..fragment];
    }

    /// <summary>Resolves the part of a reference before its fragment; null where it is no URI.</summary>
    public static Uri? Resolve(Uri baseUri, string reference)
    {
        if (reference.Length == 0)
        {
            return baseUri;
        }

        // Uri takes a Unix path such as /a for an absolute file URI; in a reference it never is one.
        var isAbsolute = reference[0] != '/' && Uri.TryCreate(reference, UriKind.Absolute, out _);
        return isAbsolute ? new Uri(reference)
            : Uri.TryCreate(baseUri, reference, out var resolved) ? resolved
            : null;
    }

    /// <summary>A URI with another fragment.</summary>
    /// <param name="key">The URI without fragment.</param>
    /// <param name="pointer">A JSON Pointer, not yet percent-encoded.</param>
    public static Uri WithPointer(string key, string pointer)
    {
        var fragment = string.Join('/', pointer.Split('/').Select(Uri.EscapeDataString));
        // A fragment may hold a dollar sign, and every other keyword begins with one.
        return new Uri($"{key}#{fragment.Replace("%24", "$", StringComparison.Ordinal)}");
    }
}
