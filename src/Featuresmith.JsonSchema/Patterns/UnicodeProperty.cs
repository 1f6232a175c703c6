using System.Collections.Concurrent;
using System.Globalization;

namespace Json.Schema.Patterns;

/// <summary>
/// What stands in <c>\p{…}</c>: general categories by short or long name, and the binary properties <c>Any</c>,
/// <c>ASCII</c> and <c>Assigned</c>. Scripts are not known, because .NET has no data for them.
/// </summary>
internal static class UnicodeProperty
{
    // Unicode's names of the categories, in the order of UnicodeCategory.
    private static readonly string[] Names =
        "Lu,Uppercase_Letter Ll,Lowercase_Letter Lt,Titlecase_Letter Lm,Modifier_Letter Lo,Other_Letter Mn,Nonspacing_Mark Mc,Spacing_Mark Me,Enclosing_Mark Nd,Decimal_Number,digit Nl,Letter_Number No,Other_Number Zs,Space_Separator Zl,Line_Separator Zp,Paragraph_Separator Cc,Control,cntrl Cf,Format Cs,Surrogate Co,Private_Use Pc,Connector_Punctuation Pd,Dash_Punctuation Ps,Open_Punctuation Pe,Close_Punctuation Pi,Initial_Punctuation Pf,Final_Punctuation Po,Other_Punctuation Sm,Math_Symbol Sc,Currency_Symbol Sk,Modifier_Symbol So,Other_Symbol Cn,Unassigned".Split(
            ' '
        );

    private static readonly Dictionary<string, string> Groups = new()
    {
        ["Letter"] = "L",
        ["Mark"] = "M",
        ["Combining_Mark"] = "M",
        ["Number"] = "N",
        ["Separator"] = "Z",
        ["Other"] = "C",
        ["Punctuation"] = "P",
        ["punct"] = "P",
        ["Symbol"] = "S",
    };

    private static readonly ConcurrentDictionary<string, CodePointSet> Sets = new();

    /// <summary>The code points with a property, or null where it is not known.</summary>
    /// <param name="name">What stands between the braces.</param>
    public static CodePointSet? Find(string name)
    {
        var value = name[(name.IndexOf('=', StringComparison.Ordinal) + 1)..];
        var isCategory = name == value || name.StartsWith("gc=", StringComparison.Ordinal);
        isCategory |= name.StartsWith("General_Category=", StringComparison.Ordinal);
        return (isCategory, value) switch
        {
            (false, _) => null,
            (_, "Any") => CodePointSet.Of((0, 0x10FFFF)),
            (_, "ASCII") => CodePointSet.Of((0, 0x7F)),
            (_, "Assigned") => FindCategories("Cn").Complement(),
            (_, "LC" or "Cased_Letter") => FindCategories("Lu", "Ll", "Lt"),
            _ => FindCategory(value),
        };
    }

    private static CodePointSet? FindCategory(string name)
    {
        var group = Groups.GetValueOrDefault(name, name);
        if (group.Length == 1)
        {
            var members = Names.Select(names => names[..2]).Where(code => code[0] == group[0]).ToArray();
            return members.Length > 0 ? FindCategories(members) : null;
        }

        var found = Array.Find(Names, names => names.Split(',').Contains(name));
        return found is null ? null : FindCategories(found[..2]);
    }

    private static CodePointSet FindCategories(params string[] codes) =>
        Sets.GetOrAdd(string.Concat(codes), _ => Scan(codes));

    private static CodePointSet Scan(string[] codes)
    {
        var wanted = codes
            .Select(code => (UnicodeCategory)Array.FindIndex(Names, names => names[..2] == code))
            .ToHashSet();
        var set = new CodePointSet();
        for (var at = 0; at <= 0x10FFFF; at++)
        {
            var first = at;
            while (at <= 0x10FFFF && wanted.Contains(CharUnicodeInfo.GetUnicodeCategory(at)))
            {
                at++;
            }

            if (at > first)
            {
                set.Add(first, at - 1);
            }
        }

        return set;
    }
}
