namespace Json.Schema.FormatRules;

/// <summary>URIs of RFC 3986 and, where letters of all scripts count, IRIs of RFC 3987.</summary>
internal static class UriRules
{
    private const string Unreserved = "-._~";
    private const string SubDelimiters = "!$&'()*+,;=";
    private const string PathPunctuation = Unreserved + SubDelimiters + ":@/";

    /// <summary>Whether a text is a URI with its scheme (RFC 3986, section 3).</summary>
    public static bool IsUri(ReadOnlySpan<char> text, bool isInternational)
    {
        var colon = text.IndexOf(':');
        return colon > 0 && IsScheme(text[..colon]) && IsRest(text[(colon + 1)..], isInternational);
    }

    /// <summary>Whether a text is a URI or a relative reference (RFC 3986, section 4.1).</summary>
    public static bool IsReference(ReadOnlySpan<char> text, bool isInternational)
    {
        if (IsUri(text, isInternational))
        {
            return true;
        }

        // A colon before the first slash would make what stands before it a scheme.
        var end = text.IndexOfAny('/', '?', '#');
        var firstSegment = end < 0 ? text : text[..end];
        return !firstSegment.Contains(':') && IsRest(text, isInternational);
    }

    private static bool IsScheme(ReadOnlySpan<char> text)
    {
        foreach (var one in text)
        {
            if (!char.IsAsciiLetterOrDigit(one) && one is not ('+' or '-' or '.'))
            {
                return false;
            }
        }

        return char.IsAsciiLetter(text[0]);
    }

    private static bool IsRest(ReadOnlySpan<char> text, bool isInternational)
    {
        var hash = text.IndexOf('#');
        var fragment = hash < 0 ? default : text[(hash + 1)..];
        text = hash < 0 ? text : text[..hash];

        var mark = text.IndexOf('?');
        var query = mark < 0 ? default : text[(mark + 1)..];
        text = mark < 0 ? text : text[..mark];

        var hasAuthority = text.StartsWith("//");
        var slash = hasAuthority ? text[2..].IndexOf('/') : 0;
        var authority = hasAuthority ? text[2..(slash < 0 ? text.Length : slash + 2)] : default;
        var path = hasAuthority ? text[(authority.Length + 2)..] : text;
        return IsAuthority(authority, isInternational)
            && AreAllowed(path, PathPunctuation, isInternational)
            && AreAllowed(query, PathPunctuation + "?", isInternational, mayBePrivate: true)
            && AreAllowed(fragment, PathPunctuation + "?", isInternational);
    }

    private static bool IsAuthority(ReadOnlySpan<char> text, bool isInternational)
    {
        var at = text.LastIndexOf('@');
        if (at >= 0 && !AreAllowed(text[..at], Unreserved + SubDelimiters + ":", isInternational))
        {
            return false;
        }

        var host = text[(at + 1)..];
        var bracket = host.IndexOf(']');
        var colon = host[(bracket + 1)..].IndexOf(':');
        var port = colon < 0 ? default : host[(bracket + colon + 2)..];
        host = colon < 0 ? host : host[..(bracket + colon + 1)];
        var isHost = host.StartsWith("[")
            ? bracket == host.Length - 1 && IsLiteral(host[1..^1])
            : AreAllowed(host, Unreserved + SubDelimiters, isInternational);
        return isHost && !port.ContainsAnyExceptInRange('0', '9');
    }

    private static bool IsLiteral(ReadOnlySpan<char> text)
    {
        var dot = text.IndexOf('.');
        var isFuture = text.Length > 1 && text[0] is 'v' or 'V' && dot > 1 && dot < text.Length - 1;
        return isFuture
            ? AreAllowed(text[(dot + 1)..], Unreserved + SubDelimiters + ":", false) && IsHex(text[1..dot])
            : AddressRules.IsIPv6(text);
    }

    private static bool IsHex(ReadOnlySpan<char> text)
    {
        foreach (var one in text)
        {
            if (!char.IsAsciiHexDigit(one))
            {
                return false;
            }
        }

        return true;
    }

    private static bool AreAllowed(
        ReadOnlySpan<char> text,
        string punctuation,
        bool isInternational,
        bool mayBePrivate = false
    )
    {
        for (var i = 0; i < text.Length; i++)
        {
            var one = text[i];
            if (one == '%')
            {
                if (i + 2 >= text.Length || !IsHex(text.Slice(i + 1, 2)))
                {
                    return false;
                }
            }
            else if (!char.IsAsciiLetterOrDigit(one) && !punctuation.Contains(one, StringComparison.Ordinal))
            {
                var isKnown = isInternational && IriCharacters.TryRead(text, ref i, mayBePrivate);
                if (!isKnown)
                {
                    return false;
                }
            }
        }

        return true;
    }
}
