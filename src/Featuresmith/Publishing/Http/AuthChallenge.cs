using System.Net.Http.Headers;
using System.Text.RegularExpressions;

namespace Featuresmith.Publishing.Http;

/// <summary>What a registry asks for when it answers 401 (RFC 9110, 11.6.1; distribution documentation, "Token Authentication").</summary>
/// <param name="IsBearer">Whether it wants a token rather than name and password.</param>
/// <param name="Realm">Where tokens are had; empty for Basic.</param>
/// <param name="Service">What the token server calls the registry; may be empty.</param>
/// <param name="Scope">What the token has to allow; may be empty.</param>
internal sealed partial record AuthChallenge(bool IsBearer, string Realm, string Service, string Scope)
{
    /// <summary>The challenge that can be answered, Bearer before Basic; null where there is none.</summary>
    public static AuthChallenge? In(HttpResponseHeaders headers)
    {
        var read = headers.WwwAuthenticate.Select(Read).OfType<AuthChallenge>().ToList();
        return read.Find(challenge => challenge.IsBearer) ?? read.FirstOrDefault();
    }

    private static AuthChallenge? Read(AuthenticationHeaderValue header)
    {
        var parameters = Parameter()
            .Matches(header.Parameter ?? "")
            .GroupBy(match => match.Groups[1].Value, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(
                same => same.Key,
                same =>
                    same.First() is var match && match.Groups[2].Success
                        ? match.Groups[2].Value
                        : match.Groups[3].Value,
                StringComparer.OrdinalIgnoreCase
            );
        string Value(string name) => parameters.GetValueOrDefault(name, "");
        return header.Scheme.ToUpperInvariant() switch
        {
            "BEARER" when Value("realm").Length > 0 => new(true, Value("realm"), Value("service"), Value("scope")),
            "BASIC" => new(false, "", "", ""),
            _ => null,
        };
    }

    [GeneratedRegex("""([A-Za-z_]+)\s*=\s*(?:"([^"]*)"|([^\s,]+))""")]
    private static partial Regex Parameter();
}
