using System.Net;
using System.Text;
using System.Text.Json;

namespace Featuresmith.Publishing.Http;

/// <summary>Says in a person's words why a registry refused, and what to do about it.</summary>
/// <param name="host">The registry.</param>
/// <param name="options">Its credentials.</param>
internal sealed class Refusal(string host, RegistryOptions options)
{
    private const int MostCharacters = 300;

    /// <summary>The exception for an answer that is not what was asked for.</summary>
    public async Task<RegistryException> ForAsync(RegistryRequest request, RegistryAnswer answer)
    {
        var advice = answer.Status switch
        {
            HttpStatusCode.Unauthorized => await AboutCredentialsAsync(request),
            HttpStatusCode.Forbidden => await AboutPermissionAsync(request),
            HttpStatusCode.NotFound when request.Writes =>
                $"the registry knows no place for {request.Repository}: check the namespace (-n); some registries want it created first, "
                    + "and some say \"not found\" to accounts that may not write there",
            HttpStatusCode.RequestEntityTooLarge =>
                "the registry, or a proxy in front of it, limits the size of uploads",
            HttpStatusCode.BadRequest or HttpStatusCode.MethodNotAllowed or HttpStatusCode.UnsupportedMediaType =>
                "the registry may not take OCI artifacts, or the namespace (-n) may not fit its rules",
            HttpStatusCode.TooManyRequests => "the registry wants fewer requests; try again later",
            >= HttpStatusCode.InternalServerError => "that is the registry's own fault; try again later",
            _ => "",
        };
        return RegistryException.Refused(
            request.Method,
            request.Url,
            answer.Status,
            Said(answer),
            advice,
            answer.Headers.RetryAfter
        );
    }

    private async Task<string> AboutCredentialsAsync(RegistryRequest request)
    {
        var credential = await options.Credentials.FindAsync(host, request.Repository, CancellationToken.None);
        var problems = string.Concat(options.Credentials.Problems.Select(problem => $" ({problem})"));
        return credential is null
            ? $"there is no credential for {host}: \"docker login {host}\", or set FEATURESMITH_USERNAME and FEATURESMITH_PASSWORD{problems}"
            : $"the credential of {credential.Origin} was not accepted: it may be wrong, expired, or lack the scope to write packages{problems}";
    }

    private async Task<string> AboutPermissionAsync(RegistryRequest request)
    {
        if (!request.Writes)
        {
            return $"{request.Repository} is private or does not exist; make the package public, or log in to {host}";
        }

        var credential = await options.Credentials.FindAsync(host, request.Repository, CancellationToken.None);
        return credential is null
            ? await AboutCredentialsAsync(request)
            : $"the account of {credential.Origin} may not write to {request.Repository}: give it write permission for that package "
                + "(in a GitHub workflow \"permissions: packages: write\", and for a package that exists already, access of this "
                + "repository in the package's own settings), and check the namespace (-n)";
    }

    // What the registry says itself: {"errors":[{"code":…,"message":…}]} (OCI distribution specification, "Error codes").
    private static string Said(RegistryAnswer answer)
    {
        try
        {
            using var document = JsonDocument.Parse(answer.Body);
            var errors = document.RootElement.GetProperty("errors").EnumerateArray();
            return Printable(
                string.Join("; ", errors.Select(error => $"{Text(error, "code")} {Text(error, "message")}".Trim()))
            );
        }
        catch (Exception exception)
            when (exception is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return "";
        }
    }

    private static string Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

    // A registry's words go to a terminal.
    private static string Printable(string text)
    {
        var printable = new StringBuilder();
        foreach (var character in text.Take(MostCharacters))
        {
            printable.Append(char.IsControl(character) ? ' ' : character);
        }

        return printable.ToString();
    }
}
