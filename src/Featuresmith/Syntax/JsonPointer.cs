namespace Featuresmith.Syntax;

/// <summary>Follows JSON Pointers (RFC 6901) through a tree, to the place that a finding should show.</summary>
public static class JsonPointer
{
    /// <summary>The value that a pointer names.</summary>
    /// <param name="root">Where the pointer starts.</param>
    /// <param name="pointer">"" for the root itself, else "/" and escaped tokens.</param>
    /// <returns>The value; where the pointer leads out of the tree, the last value on its way.</returns>
    public static JsonValueSyntax Follow(JsonValueSyntax root, string pointer)
    {
        var value = root;
        foreach (var token in Tokens(pointer))
        {
            var next = value switch
            {
                JsonObjectSyntax map => map[token],
                JsonArraySyntax array
                    when int.TryParse(token, out var index) && index >= 0 && index < array.Items.Count => array.Items[
                    index
                ],
                _ => null,
            };
            if (next is null)
            {
                return value;
            }

            value = next;
        }

        return value;
    }

    /// <summary>The member whose value a pointer names, or null where it names an array's item or the root.</summary>
    public static JsonMemberSyntax? Member(JsonValueSyntax root, string pointer)
    {
        var cut = pointer.LastIndexOf('/');
        return cut >= 0 && Follow(root, pointer[..cut]) is JsonObjectSyntax parent
            ? parent.Member(Unescape(pointer[(cut + 1)..]))
            : null;
    }

    private static IEnumerable<string> Tokens(string pointer) => pointer.Split('/').Skip(1).Select(Unescape);

    private static string Unescape(string token) =>
        token.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
}
