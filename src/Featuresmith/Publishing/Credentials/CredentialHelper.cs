using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;

namespace Featuresmith.Publishing.Credentials;

/// <summary>A program "docker-credential-NAME" (docker-credential-helpers, "get": the host on stdin, JSON on stdout).</summary>
/// <param name="name">What stands behind "docker-credential-".</param>
public sealed class CredentialHelper(string name) : ICredentialSource
{
    // A helper may ask its user to unlock a keychain.
    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(60);

    private string Program => $"docker-credential-{name}";

    public async Task<RegistryCredential?> FindAsync(string host, string repository, CancellationToken cancellation)
    {
        if (!name.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_' or '.'))
        {
            throw new CredentialException($"\"{name}\" is no name of a credential helper");
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(TimeLimit);
        using var process = Start();
        try
        {
            await process.StandardInput.WriteAsync(host.AsMemory(), limit.Token);
            process.StandardInput.Close();
            var error = process.StandardError.ReadToEndAsync(limit.Token);
            var output = await process.StandardOutput.ReadToEndAsync(limit.Token);
            await error;
            await process.WaitForExitAsync(limit.Token);
            // A helper that has nothing says so with a failure, like one that broke; both leave the other places to look.
            return process.ExitCode == 0 ? Read(output) : null;
        }
        catch (IOException)
        {
            return null;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new CredentialException($"{Program} gave no answer for {TimeLimit.TotalSeconds:0} s");
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    private Process Start()
    {
        try
        {
            return Process.Start(
                new ProcessStartInfo(Program, "get")
                {
                    RedirectStandardInput = true,
                    RedirectStandardOutput = true,
                    RedirectStandardError = true,
                }
            )!;
        }
        catch (Win32Exception)
        {
            throw new CredentialException($"{Program}, which docker's configuration names, cannot be run");
        }
    }

    private RegistryCredential? Read(string output)
    {
        try
        {
            using var document = JsonDocument.Parse(output);
            var user = document.RootElement.GetProperty("Username").GetString() ?? "";
            var secret = document.RootElement.GetProperty("Secret").GetString() ?? "";
            return secret.Length == 0
                ? null
                : new RegistryCredential(user, secret, user == RegistryCredential.TokenUser, Program);
        }
        catch (Exception exception)
            when (exception is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new CredentialException($"{Program} gave an answer that is not its protocol's JSON");
        }
    }
}
