using System.Net;
using System.Net.Sockets;

namespace Featuresmith.Tests.Downloads;

/// <summary>Serves answers on a port of this machine, and counts how often each path was asked for.</summary>
internal sealed class FileServer : IDisposable
{
    private readonly HttpListener listener = new();
    private readonly Func<string, int, (int Status, string Type, byte[] Body)> answer;
    private readonly Dictionary<string, int> asked = [];

    /// <param name="answer">From path and how many times it was asked before, to status, media type and body.</param>
    public FileServer(Func<string, int, (int Status, string Type, byte[] Body)> answer)
    {
        this.answer = answer;
        Url = $"http://127.0.0.1:{FreePort()}";
        listener.Prefixes.Add($"{Url}/");
        listener.Start();
        _ = Task.Run(Serve);
    }

    public string Url { get; }

    public int Asked(string path) => asked.GetValueOrDefault(path);

    public void Dispose() => listener.Close();

    private async Task Serve()
    {
        while (listener.IsListening)
        {
            HttpListenerContext context;
            try
            {
                context = await listener.GetContextAsync();
            }
            catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            var path = context.Request.Url!.AbsolutePath;
            var (status, type, body) = answer(path, Asked(path));
            asked[path] = Asked(path) + 1;
            context.Response.StatusCode = status;
            context.Response.ContentType = type;
            context.Response.OutputStream.Write(body);
            context.Response.Close();
        }
    }

    private static int FreePort()
    {
        using var socket = new TcpListener(IPAddress.Loopback, 0);
        socket.Start();
        return ((IPEndPoint)socket.LocalEndpoint).Port;
    }
}
