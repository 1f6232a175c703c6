using System.Text.RegularExpressions;

namespace Featuresmith.Smoke;

/// <summary>Tells a network's bad moment, which another try may cure, from a Feature that does not work.</summary>
public static partial class NetworkFault
{
    /// <summary>Whether a transcript has a line that only a failing network prints.</summary>
    public static bool In(string transcript) => Line().IsMatch(transcript);

    /// <summary>Whether a transcript breaks off while apt fetches: what was ended there was waiting for the network.</summary>
    public static bool BreaksOffIn(string transcript) => Fetching().IsMatch(transcript);

    // apt, curl, git, the engine's pulls and Go's net package, in their own words.
    [GeneratedRegex(
        "Temporary failure (in name resolution|resolving)|Could not resolve host|Connection timed out|Connection reset by peer"
            + "|TLS handshake timeout|i/o timeout|network is unreachable|Network is unreachable|unexpected EOF"
            + "|toomanyrequests|429 Too Many Requests|50[234] (Bad Gateway|Service Unavailable|Gateway Time-?out)"
            + "|Hash Sum mismatch|server misbehaving"
    )]
    private static partial Regex Line();

    // "Get:1 http://… bookworm InRelease [151 kB]": apt's lines while it fetches, of which Ign: stands for a try that failed.
    [GeneratedRegex(@"(^|\n)(Get|Hit|Ign|Err):\d+ https?://[^\n]*\s*\z")]
    private static partial Regex Fetching();
}
